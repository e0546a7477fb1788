// What time it is, passed in, and the arithmetic of days in the organisation's own time zone.

export { isDay } from '../improve/days.ts'

/** Where the time comes from: the real clock in main, a date of their own in tests. */
export interface Clock {
  now(): Date
}

export const realClock: Clock = { now: () => new Date() }

/** The calendar day (2026-03-01) that an instant falls on in a time zone such as Europe/London. */
export const dayOf = (date: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(date)

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const text = (date: Date): string => date.toISOString().slice(0, 10)

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

const MINUTE = 60_000

/** The instant `minutes` after another, as ISO 8601 text. */
export const inMinutes = (date: Date, minutes: number): string =>
  new Date(date.getTime() + minutes * MINUTE).toISOString()
