// What of a small distribution may be seen: nobody may be told what the only other person said.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewColumns as columns } from '../../src/results/release.ts'
import { band, type Cell, OPEN_BASE, rangeOf, suppress, suppressTopics } from '../../src/results/suppress.ts'

type Counts = Record<(typeof columns)[number], number>

const counts = (figures: readonly number[]) =>
  Object.fromEntries(columns.map((column, n) => [column, figures[n] ?? 0])) as Counts

function* distributions(base: number, places: number = columns.length): Generator<number[]> {
  if (places === 1) yield [base]
  else
    for (let first = 0; first <= base; first++)
      for (const rest of distributions(base - first, places - 1)) yield [first, ...rest]
}

const text = (cell: Cell) =>
  cell.kind === 'shown' ? String(cell.forms) : cell.kind === 'banded' ? cell.band : cell.kind

/** Every distribution of a base, sorted by what a reader would see of it. */
function kinds(base: number) {
  return Map.groupBy(distributions(base), figures =>
    columns.map(column => text(suppress(counts(figures), base)[column])).join('|'),
  )
}

/** The hidden places for which every one of the distributions has the same figure. */
const workedOut = (print: string, group: readonly number[][], but: readonly number[] = []) =>
  print
    .split('|')
    .flatMap((cell, place) => (/^\d+$/.test(cell) || but.includes(place) ? [] : [place]))
    .filter(place => new Set(group.map(figures => figures[place])).size < 2)

const bases = Array.from({ length: OPEN_BASE - 8 }, (_, n) => n + 8)

describe('a distribution of a small base', () => {
  it.each(bases)(
    'of %i forms leaves every hidden figure two values, even to a reader of this program',
    base => {
      for (const [print, group] of kinds(base)) expect(workedOut(print, group), print).toEqual([])
    },
  )

  it.each(bases)('of %i forms tells nothing more to one who knows that every form answered', base => {
    for (const [print, group] of kinds(base)) {
      const nobody = group.filter(figures => figures[3] === 0)
      if (nobody.length > 0) expect(workedOut(print, nobody, [3]), print).toEqual([])
    }
  })

  it('never shows a tenth of the forms or fewer, nor nine tenths or more, so that nobody stands alone', () => {
    for (const base of bases)
      for (const figures of distributions(base))
        for (const cell of Object.values(suppress(counts(figures), base)))
          if (cell.kind === 'shown') {
            expect(cell.forms * 10).toBeGreaterThan(base)
            expect(cell.forms * 10).toBeLessThan(base * 9)
          }
  })

  it('never shows a figure that is not the true one', () => {
    const figures = fc.array(fc.nat(19), { minLength: 4, maxLength: 4 }).filter(all => sum(all) >= 8)
    fc.assert(
      fc.property(figures, all => {
        const cells = suppress(counts(all), sum(all))
        for (const [n, column] of columns.entries()) {
          const cell = cells[column]
          if (cell.kind === 'shown') expect(cell.forms).toBe(all[n])
          if (cell.kind === 'banded') expect(cell).toEqual(band(all[n] ?? 0, sum(all)))
        }
      }),
    )
  })

  it('says of twelve alike that all or nearly all said so, and no more', () => {
    const cells = suppress(counts([0, 12, 0, 0]), 12)
    expect(cells.sometimes).toEqual({ kind: 'banded', band: 'all or nearly all' })
    expect(cells['not-at-all']).toEqual({ kind: 'banded', band: 'none or nearly none' })
  })

  it('bands one of eight with none of eight, since a band of one value would be no band', () => {
    expect(band(0, 8)).toEqual(band(1, 8))
    expect(band(7, 8)).toEqual(band(8, 8))
  })
})

describe('topics of a small base, of which every form names three at most', () => {
  const print = (figures: readonly number[], base: number) =>
    Object.values(suppressTopics(Object.fromEntries(figures.entries()), base, 3 * base))
  const vectors = function* (places: number, base: number, most: number): Generator<number[]> {
    if (places === 0) yield []
    else
      for (let first = 0; first <= Math.min(base, most); first++)
        for (const rest of vectors(places - 1, base, most - first)) yield [first, ...rest]
  }

  it.each([8, 9, 10, 11])(
    'of %i forms leave every hidden one two values, also where all named three',
    base => {
      const groups = Map.groupBy(vectors(5, base, 3 * base), one => print(one, base).map(text).join('|'))
      for (const [seen, group] of groups) expect(workedOut(seen, group), seen).toEqual([])
    },
  )

  it('are suppressed together where those that are shown are all that ten people could name', () => {
    expect(print([6, 6, 6, 6, 6, 0, 0], 10).every(cell => cell.kind === 'suppressed')).toBe(true)
    expect(print([6, 6, 6, 6, 5, 0, 0], 10).map(text)).toEqual([
      ...['6', '6', '6', '6', '5'],
      ...['none or nearly none', 'none or nearly none'],
    ])
  })

  it('are read as what their bands say', () => {
    for (const base of bases)
      for (let forms = 0; forms <= base; forms++) {
        const { least, most } = rangeOf(band(forms, base), base)
        expect(least <= forms && forms <= most).toBe(true)
      }
    expect(rangeOf(band(0, 12), 12)).toEqual({ least: 0, most: 1 })
    expect(rangeOf(band(12, 12), 12)).toEqual({ least: 11, most: 12 })
    expect(rangeOf({ kind: 'suppressed' }, 12)).toEqual({ least: 0, most: 12 })
  })
})

describe('a distribution of twenty forms or more', () => {
  it('is shown whole, so that people on a busy ward are heard exactly', () => {
    const figures = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }).filter(all => sum(all) >= OPEN_BASE)
    fc.assert(
      fc.property(figures, all => {
        const cells = suppress(counts(all), sum(all))
        expect(columns.map(column => cells[column])).toEqual(all.map(forms => ({ kind: 'shown', forms })))
      }),
    )
  })
})

const sum = (all: readonly number[]) => all.reduce((so, one) => so + one, 0)
