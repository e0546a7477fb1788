// Whether a ward with few releases may say that something has changed.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runChart } from '../../src/results/runchart.ts'
import vectors from '../vectors/runchart.json' with { type: 'json' }
import { anySeries, mirrored, scaled, series, spanned, turned } from './points.ts'

const of = (shares: readonly (number | null)[]) => chart(series(shares))
const chart = (points: Parameters<typeof runChart>[0]) => {
  const found = runChart(points)
  if (found.kind !== 'chart') throw new Error('no chart')
  return found
}

/** The places from the first to the last of each finding: the published ones colour what they skip, too. */
const whole = (values: readonly (number | null)[], rule: 'row' | 'trend') => {
  const found = chart(scaled(values).points).findings.filter(one => one.rule === rule)
  const all = found.flatMap(({ at }) =>
    values.map((_, n) => n).filter(n => n >= (at[0] ?? 0) && n <= (at.at(-1) ?? 0)),
  )
  return [...new Set(all)].sort((a, b) => a - b)
}

describe('a run chart', () => {
  it.each(vectors.medians)('has the published median $median', ({ values, median }) => {
    const { points, back } = scaled(values)
    expect(back(chart(points).median)).toBeCloseTo(median, 9)
  })

  it.each(vectors.shifts)('finds the published shifts $flagged', ({ values, flagged }) => {
    expect(whole(values, 'row')).toEqual(flagged)
  })

  it.each(vectors.trends)('finds the published trends $flagged of $values', ({ values, flagged }) => {
    expect(whole(values, 'trend')).toEqual(flagged)
  })

  it.each(vectors.bridged)(
    'makes no trend of $values, since nobody knows what lies in the gap',
    ({ values }) => {
      expect(chart(scaled(values).points).findings).toEqual([])
    },
  )

  it('takes the middle between the two middle ones where the number of releases is even', () => {
    expect(of([0.9, 0.2, 0.4, 0.3]).median).toBeCloseTo(0.35, 12)
  })

  it('skips a release on the median, which neither counts nor ends a shift', () => {
    const shares = [0.7, 0.8, 0.7, 0.5, 0.8, 0.7, 0.9, 0.2, 0.3, 0.2, 0.3, 0.2, 0.3]
    expect(of(shares).median).toBe(0.5)
    expect(of(shares).findings).toEqual([
      { rule: 'row', side: 'above', at: [0, 1, 2, 4, 5, 6] },
      { rule: 'row', side: 'below', at: [7, 8, 9, 10, 11, 12] },
    ])
  })

  it('finds no shift of five', () => {
    expect(of([0.7, 0.8, 0.7, 0.8, 0.7, 0.3, 0.2, 0.3, 0.2, 0.3]).findings).toEqual([])
  })

  it('finds no shift over a gap, where the hidden figure may lie on the other side', () => {
    const [high, low] = [
      [0.7, 0.8, 0.7, 0.8, 0.7],
      [0.3, 0.2, 0.3, 0.2, 0.3],
    ]
    expect(of([...high, 0.8, ...low, 0.2]).findings.map(one => one.rule)).toEqual(['row', 'row'])
    expect(of([...high, null, 0.8, ...low, null, 0.2]).findings).toEqual([])
  })

  it('is none where nothing is shown', () => {
    expect(runChart([])).toEqual({ kind: 'none', shown: 0 })
    expect(runChart(series([null, null]))).toEqual({ kind: 'none', shown: 0 })
  })

  it('never spans a gap, and says of a fall what it says of a rise', () => {
    const seen = { row: 0, trend: 0 }
    fc.assert(
      fc.property(anySeries, points => {
        fc.pre(points.some(one => one.kind === 'shown'))
        const [one, other] = [chart(points), chart(mirrored(points))]
        for (const { rule, at } of one.findings) {
          if (rule === 'row' || rule === 'trend') seen[rule] += 1
          expect(spanned(points, at)).toEqual([])
        }
        expect(other.median).toBeCloseTo(1 - one.median, 12)
        expect(other.findings).toEqual(one.findings.map(turned))
      }),
      { numRuns: 500 },
    )
    expect(Math.min(seen.row, seen.trend), 'the series never reached one of the rules').toBeGreaterThan(0)
  })
})
