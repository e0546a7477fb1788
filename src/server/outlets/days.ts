// Days as FHIR searches for them: ge2026-01, lt2026-04-01, 2026. Several narrow each other.

import { isDay, plusDays } from '../clock.ts'
import { refuse } from '../refusal.ts'

/** From the first day to the last, both within; null for no limit. */
export interface Days {
  readonly from: string | null
  readonly until: string | null
}

/**
 * The days that all of these allow. Refuses with 400.1 what is no day, and comparisons that we do not make; with 422.23 what
 * leaves no day.
 */
export function daysOf(values: readonly string[]): Days {
  const days = values.map(one).reduce<Days>(
    (all, next) => ({
      from: later(all.from, next.from),
      until: earlier(all.until, next.until),
    }),
    { from: null, until: null },
  )
  return inOrder(days)
}

/** These days. Refuses with 422.23 a last one that comes before the first: an empty file would be taken for "no releases". */
export function inOrder<D extends Days>(days: D): D {
  if (days.from !== null && days.until !== null && days.until < days.from) throw refuse('422.23')
  return days
}

function one(value: string): Days {
  const [, prefix = '', day = ''] = /^(eq|ge|gt|le|lt|sa|eb)?(\d{4}(?:-\d\d(?:-\d\d)?)?)$/.exec(value) ?? []
  const first = day + '-01-01'.slice(day.length - 4)
  if (!isDay(first)) throw refuse('400.1', 'a day that is none, or a comparison that is not made')
  const last = day.length === 10 ? day : plusDays(next(day), -1)
  if (prefix === 'ge') return { from: first, until: null }
  if (prefix === 'gt' || prefix === 'sa') return { from: plusDays(last, 1), until: null }
  if (prefix === 'le') return { from: null, until: last }
  if (prefix === 'lt' || prefix === 'eb') return { from: null, until: plusDays(first, -1) }
  return { from: first, until: last }
}

/** The first day after a year or a month. */
function next(day: string): string {
  const [year = 0, month] = day.split('-').map(Number)
  const [y, m] = month === undefined || month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)
