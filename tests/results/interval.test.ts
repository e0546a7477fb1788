// What a leader may think of a figure from few forms.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interval, percents, reading } from '../../src/results/interval.ts'

const percent = (forms: number, base: number) => Object.values(percents(forms, base))
const counts = fc
  .integer({ min: 1, max: 500 })
  .chain(base => fc.record({ base: fc.constant(base), forms: fc.integer({ min: 0, max: base }) }))
const width = (forms: number, base: number) => {
  const { from, to } = interval(forms, base)
  return to - from
}

describe('the interval of a figure', () => {
  it.each([
    [7, 10, 39.7, 89.2],
    [0, 12, 0, 24.3],
    [12, 12, 75.8, 100],
  ])(
    'gives the known answer for %i of %i, so that leaders see what Wilson’s method says',
    (forms, base, from, to) => {
      expect(percent(forms, base)).toEqual([from, to])
    },
  )

  it('never leaves 0 to 100, and holds the figure itself, so that the two never contradict', () => {
    fc.assert(
      fc.property(counts, ({ forms, base }) => {
        const { from, to } = interval(forms, base)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(1)
        expect(from).toBeLessThanOrEqual(forms / base)
        expect(to).toBeGreaterThanOrEqual(forms / base)
        expect(to).toBeGreaterThan(from)
      }),
    )
  })

  it('is as sure of those who did not say so as of those who did', () => {
    fc.assert(
      fc.property(counts, ({ forms, base }) => {
        const [one, other] = [interval(forms, base), interval(base - forms, base)]
        expect(one.from).toBeCloseTo(1 - other.to, 12)
        expect(one.to).toBeCloseTo(1 - other.from, 12)
      }),
    )
  })

  it('grows narrower when more forms say the same', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ({ forms, base }, times) => {
        expect(width(forms * times, base * times)).toBeLessThan(width(forms, base))
      }),
    )
  })

  it('lies further towards the middle than the figure, since few forms at an end prove little', () => {
    fc.assert(
      fc.property(counts, ({ forms, base }) => {
        const { from, to } = interval(forms, base)
        const towards = (from + to) / 2 - forms / base
        if (base === 2 * forms) expect(towards).toBeCloseTo(0, 12)
        else expect(towards > 0).toBe(base > 2 * forms)
      }),
    )
  })

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [2.5, 5],
    [2, 4.5],
    [Number.NaN, 5],
  ])('is refused for %d of %d, which no forms can be', (forms, base) => {
    expect(() => interval(forms, base)).toThrow(RangeError)
  })
})

describe('the reading help', () => {
  it('says in whole numbers where 14 of 20 could lie, as the office’s example has it', () => {
    expect(reading(14, 20)).toEqual({ from: 48, to: 85, small: true })
  })

  it('calls a base small until there are a hundred forms, whatever they say', () => {
    fc.assert(
      fc.property(counts, ({ forms, base }) => {
        expect(reading(forms, base).small).toBe(base < 100)
      }),
    )
  })

  it('no longer warns only where every figure is known to 20 in 100', () => {
    fc.assert(
      fc.property(counts, ({ forms, base }) => {
        fc.pre(!reading(forms, base).small)
        expect(width(forms, base)).toBeLessThan(0.2)
      }),
    )
  })
})
