// Days of the calendar, such as 2026-03-01: what changes on a ward is told in days and never in hours.

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const text = (date: Date): string => date.toISOString().slice(0, 10)

/** Whether a text is a day of the calendar: 2026-02-30 is none. */
export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(utc(day).getTime()) && text(utc(day)) === day

/** The same day of the month, months later; the month's last day where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const from = utc(day)
  const month = from.getUTCMonth() + months
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0))
  last.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate()))
  return text(last)
}

/** The day `days` after another; before it when negative. */
export function plusDays(day: string, days: number): string {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + days)
  return text(date)
}

/** The first day of the month after a day's. */
export function firstOfNextMonth(day: string): string {
  const date = utc(day)
  date.setUTCMonth(date.getUTCMonth() + 1, 1)
  return text(date)
}
