// Whether a chart over time says what the NHS's own would, and of nothing that is hidden.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Method, xmr } from '../../src/results/xmr.ts'
import vectors from '../vectors/xmr.json' with { type: 'json' }
import { anySeries, flagged, mirrored, scaled, series, spanned, turned } from './points.ts'

const chart = (...args: Parameters<typeof xmr>) => {
  const found = xmr(...args)
  if (found.kind !== 'chart') throw new Error('no chart')
  return found
}
const of = (shares: readonly (number | null)[]) => chart(series(shares))
const wobble = (many: number, low = 0.4, high = 0.5) =>
  Array.from({ length: many }, (_, n) => (n % 2 ? high : low))
const jumpsOf = (text: string): Method['jumps'] => (text === 'kept' ? 'kept' : 'left out')

describe('an XmR chart', () => {
  it.each(vectors.limits)('has the published limits of $name ($source, jumps $jumps)', one => {
    const { points, back } = scaled(one.values)
    const found = chart(points, { row: 7, jumps: jumpsOf(one.jumps) })
    for (const line of ['mean', 'lower', 'upper'] as const)
      expect(Math.abs(back(found[line]) - one[line]), line).toBeLessThan(one.within)
  })

  it.each(vectors.flagged)('flags the published points of $name ($source, $row in a row)', one => {
    const found = chart(scaled(one.values).points, { row: one.row, jumps: jumpsOf(one.jumps) })
    expect(flagged(found.findings)).toEqual(one.flagged)
  })

  it.each(vectors.trends)('finds the published trends $at of $values', ({ values, at }) => {
    const found = chart(scaled(values).points).findings.filter(one => one.rule === 'trend')
    expect(found.map(one => one.at)).toEqual(at)
  })

  it.each(vectors.rows)('finds the published runs $at of $values', ({ values, at }) => {
    const found = chart(scaled(values).points).findings.filter(one => one.rule === 'row')
    expect(found.map(one => one.at)).toEqual(at)
  })

  it('leaves a jump out of the limits and says which, so that one odd release does not hide the next', () => {
    const found = of([0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 1, 0.1, 0.2, 0.1, 0.2, 0.1])
    expect(found.leftOut).toEqual([
      [5, 6],
      [6, 7],
    ])
    expect(found.upper - found.mean).toBeCloseTo(2.66 * 0.1, 9)
    expect(found.findings).toEqual([{ rule: 'outside', side: 'above', at: [6] }])
  })

  it('says that limits are on trial until twelve releases are shown, gaps not counted', () => {
    expect(of(wobble(11)).limits).toBe('trial')
    expect(of([...wobble(11), null, null])).toMatchObject({ limits: 'trial', shown: 11 })
    expect(of(wobble(12))).toMatchObject({ limits: 'usual', shown: 12 })
  })

  it('keeps its limits between none and all of the forms, since no share lies beyond', () => {
    expect(of([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])).toMatchObject({ lower: 0, upper: 1, findings: [] })
  })

  it('measures no step over a gap, so that what is hidden moves no limit', () => {
    const found = of([...wobble(8, 0.2, 0.3), null, ...wobble(8, 0.7, 0.8)])
    expect(found.leftOut).toEqual([])
    expect(found.upper - found.mean).toBeCloseTo(0.266, 9)
  })

  it('counts no seven, trend or two of three over a gap, where the hidden figure may lie elsewhere', () => {
    const rules = (shares: (number | null)[]) => of(shares).findings.map(one => one.rule)
    const seven = [0.6, 0.61, 0.6, 0.61, 0.6, 0.61, 0.6]
    const others = wobble(7, 0.5, 0.49)
    expect(rules([...seven, ...others])).toContain('row')
    expect(rules([...seven.slice(0, 6), null, 0.6, null, ...others.slice(0, 6)])).not.toContain('row')
    const rising = [0.3, 0.32, 0.34, 0.36, 0.38, 0.4, 0.42]
    expect(rules(rising)).toContain('trend')
    expect(rules([...rising.slice(0, 4), null, ...rising.slice(4)])).not.toContain('trend')
    const near = [0.7, 0.72, 0.6, 0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.4, 0.5]
    expect(rules(near)).toContain('near')
    expect(rules([0.7, null, ...near.slice(1)])).not.toContain('near')
  })

  it('is none where no two releases next to one another are shown', () => {
    expect(xmr([])).toEqual({ kind: 'none', shown: 0 })
    expect(xmr(series([0.5]))).toEqual({ kind: 'none', shown: 1 })
    expect(xmr(series([0.5, null, 0.6, null, 0.7]))).toEqual({ kind: 'none', shown: 3 })
  })

  it('finds nothing where every release is alike, whatever a computer’s rounding makes of their mean', () => {
    for (let forms = 0; forms <= 20; forms++)
      expect(of(Array.from({ length: 13 }, () => forms / 20)).findings).toEqual([])
  })

  it('never spans a gap, and says of a fall what it says of a rise, since neither is good or bad', () => {
    const seen = { outside: 0, row: 0, trend: 0, near: 0 }
    fc.assert(
      fc.property(fc.oneof(anySeries, drifting), points => {
        const [one, other] = [xmr(points), xmr(mirrored(points))]
        fc.pre(one.kind === 'chart' && other.kind === 'chart')
        for (const { rule, at, ...rest } of one.findings) {
          seen[rule] += 1
          expect(spanned(points, at)).toEqual([])
          expect(Object.keys(rest)).toEqual([rule === 'trend' ? 'way' : 'side'])
        }
        expect(one.lower).toBeGreaterThanOrEqual(0)
        expect(one.upper).toBeLessThanOrEqual(1)
        expect(other.mean).toBeCloseTo(1 - one.mean, 12)
        expect(other.upper).toBeCloseTo(1 - one.lower, 12)
        expect(other.leftOut).toEqual(one.leftOut)
        expect(other.findings).toEqual(one.findings.map(turned))
      }),
      { numRuns: 1000 },
    )
    expect(Math.min(...Object.values(seen)), `never reached one of ${JSON.stringify(seen)}`).toBeGreaterThan(
      0,
    )
  })
})

/** Series whose neighbours lie close together, so that seven in a trend come up too. */
const drifting = fc
  .array(fc.option(fc.integer({ min: -1, max: 3 }), { freq: 15 }), { minLength: 12, maxLength: 30 })
  .map(steps => {
    let share = 0.1
    return series(
      steps.map(step => {
        share = Math.min(1, Math.max(0, share + (step ?? 0) / 50))
        return step === null ? null : share
      }),
    )
  })
