import { describe, expect, it } from 'vitest'
import { ALWAYS_FINE, FORMS_A_BED, PRESUMED_BEDS, type Signal, signalOf } from '../../src/results/signals.ts'

const days = (forms: Readonly<Record<string, number>>) => new Map(Object.entries(forms))
const on = (forms: Readonly<Record<string, number>>, ...beds: (number | undefined)[]): Signal | null =>
  signalOf(days(forms), beds)
/** So many forms a day on each of so many days of a month. */
const month = (forms: number, many: number) =>
  Object.fromEntries(
    Array.from({ length: many }, (_, n) => [`2026-03-${String(n + 1).padStart(2, '0')}`, forms]),
  )

describe('a box that somebody may have stuffed', () => {
  it('is noticed when more forms come in a day than there are beds', () => {
    expect(on({ '2026-03-01': 18 }, 18)).toBeNull()
    expect(on({ '2026-03-01': 19 }, 18)).toBe('burst')
    expect(on({ '2026-03-01': 19, '2026-03-02': 1 }, 18)).toBe('burst')
  })

  it('is noticed when a month brings more forms than three for every bed, though no day stands out', () => {
    expect(on(month(2, 27), 18)).toBeNull()
    expect(on({ ...month(2, 27), '2026-03-28': 1 }, 18)).toBe('beds')
  })

  it('is none where a tablet without signal sends a whole month of a full ward at once', () => {
    expect(on({ '2026-03-31': 15 }, 15)).toBeNull()
  })

  it('is none on a tiny ward where ten people speak on one day', () => {
    expect(on({ '2026-03-01': ALWAYS_FINE }, 4)).toBeNull()
    expect(on({ '2026-03-01': ALWAYS_FINE + 1 }, 4)).toBe('burst')
    expect(on(month(1, ALWAYS_FINE * FORMS_A_BED), 4)).toBeNull()
  })

  it('takes thirty beds where nobody has said how many, for each ward that is counted together', () => {
    expect(on({ '2026-03-01': PRESUMED_BEDS }, undefined)).toBeNull()
    expect(on({ '2026-03-01': PRESUMED_BEDS + 1 }, undefined)).toBe('burst')
    expect(on({ '2026-03-01': PRESUMED_BEDS + 12 }, undefined, 12)).toBeNull()
  })

  it('lets a box that lay for three months have three times as many', () => {
    const spread = { '2026-01-05': 15, '2026-02-05': 15, '2026-03-05': 15, '2026-03-25': 15 }
    expect(on(spread, 15)).toBeNull()
    expect(on({ '2026-03-05': 15, '2026-03-10': 15, '2026-03-15': 15, '2026-03-25': 15 }, 15)).toBe('beds')
  })

  it('is none where nothing came', () => {
    expect(on({}, 12)).toBeNull()
    expect(on({})).toBeNull()
  })
})
