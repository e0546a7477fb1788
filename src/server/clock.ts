// What time it is, passed in, and which day that is in the organisation's own time zone.

export { firstOfNextMonth, isDay, plusDays } from '../improve/days.ts'

/** Where the time comes from: the real clock in main, a date of their own in tests. */
export interface Clock {
  now(): Date
}

export const realClock: Clock = { now: () => new Date() }

// To make one takes longer than a question to the database.
const calendars = new Map<string, Intl.DateTimeFormat>()

/** The calendar day (2026-03-01) that an instant falls on in a time zone such as Europe/London. */
export function dayOf(date: Date, zone: string): string {
  const calendar =
    calendars.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  calendars.set(zone, calendar)
  return calendar.format(date)
}

const MINUTE = 60_000

/** The instant `minutes` after another, as ISO 8601 text. */
export const inMinutes = (date: Date, minutes: number): string =>
  new Date(date.getTime() + minutes * MINUTE).toISOString()

/** Puts what has a day before what has an earlier one; days that are the same stay as they are. */
export const newestFirst = (one: { readonly due: string }, other: { readonly due: string }): number =>
  one.due < other.due ? 1 : one.due > other.due ? -1 : 0
