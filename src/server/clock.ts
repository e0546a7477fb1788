// What time it is, passed in, and which day that is in the organisation's own time zone.

export { firstOfNextMonth, isDay, plusDays } from '../improve/days.ts'

/** Where the time comes from: the real clock in main, a date of their own in tests. */
export interface Clock {
  now(): Date
}

export const realClock: Clock = { now: () => new Date() }

/** The calendar day (2026-03-01) that an instant falls on in a time zone such as Europe/London. */
export const dayOf = (date: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(date)

const MINUTE = 60_000

/** The instant `minutes` after another, as ISO 8601 text. */
export const inMinutes = (date: Date, minutes: number): string =>
  new Date(date.getTime() + minutes * MINUTE).toISOString()
