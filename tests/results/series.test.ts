// What becomes a point of a chart, and what never does.

import { describe, expect, it } from 'vitest'
import { point, stretches } from '../../src/results/series.ts'
import { band, suppress } from '../../src/results/suppress.ts'
import { series } from './points.ts'

describe('a point of a series', () => {
  it('is the share of the forms that said so', () => {
    expect(point('2026-03-01', { cell: { kind: 'shown', forms: 14 }, base: 20 })).toEqual({
      day: '2026-03-01',
      kind: 'shown',
      share: 0.7,
    })
  })

  it('is a gap that says why where a figure is banded, since a point would tell what each person said', () => {
    for (const forms of [0, 1, 11, 12]) {
      const found = point('2026-03-01', { cell: band(forms, 12), base: 12 })
      expect(found).toEqual({ day: '2026-03-01', kind: 'gap', why: 'banded' })
    }
  })

  it('is a gap that says why where a figure is suppressed, or where no release was due', () => {
    const cells = Object.values(suppress({ one: 6, two: 4, three: 2, 'no-answer': 0 }, 12))
    const whys = cells.map(cell => point('2026-03-01', { cell, base: 12 }))
    expect(whys).toContainEqual({ day: '2026-03-01', kind: 'gap', why: 'suppressed' })
    expect(point('2026-03-01')).toEqual({ day: '2026-03-01', kind: 'gap', why: 'no release' })
  })
})

describe('the stretches of a series', () => {
  it('end at every gap, and keep each point’s place', () => {
    expect(stretches(series([null, 0.2, 0.3, null, null, 0.4, null]))).toEqual([
      [
        { at: 1, share: 0.2 },
        { at: 2, share: 0.3 },
      ],
      [{ at: 5, share: 0.4 }],
    ])
  })
})
