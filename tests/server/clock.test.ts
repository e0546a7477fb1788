// Days as people reckon them, where they are.

import { expect, it } from 'vitest'
import { dayOf, firstOfNextMonth, plusDays } from '../../src/server/clock.ts'

it('calls half past midnight of a British summer night the new day, though UTC is an hour behind', () => {
  expect(dayOf(new Date('2026-06-30T23:30:00Z'), 'Europe/London')).toBe('2026-07-01')
  expect(dayOf(new Date('2026-06-30T23:30:00Z'), 'UTC')).toBe('2026-06-30')
  expect(dayOf(new Date('2026-12-31T23:30:00Z'), 'Europe/London')).toBe('2026-12-31')
})

it('counts days over months, years and the nights on which clocks change', () => {
  expect(plusDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(plusDays('2028-03-01', -1)).toBe('2028-02-29')
})

it('finds the first of the next month from any day', () => {
  expect(firstOfNextMonth('2026-01-31')).toBe('2026-02-01')
  expect(firstOfNextMonth('2026-12-01')).toBe('2027-01-01')
})
