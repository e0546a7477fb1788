// Releases as files: what a leader's analyst may work with, and nothing that the release itself would not say.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { percents } from '../../src/results/interval.ts'
import type { Rolled } from '../../src/results/rollup.ts'
import type { Cell } from '../../src/results/suppress.ts'
import { breakdownsCsv, releasesCsv, rollUpsCsv } from './files.ts'
import { brokenDown, large, named, releaseOf, rolledUp, small, totalsOf } from './releases.ts'
import { table } from './rfc4180.ts'

const heads = ['not-at-all', 'sometimes', 'all-the-time', 'skipped', 'unreached', 'no-answer'] as const

/** The numbers that a row may have of a cell. */
function allowed(cell: Cell | Rolled | undefined, base: number): number[] {
  if (cell?.kind === 'between') return [cell.least, cell.most]
  if (cell?.kind !== 'shown') return []
  const { from, to } = percents(cell.forms, base)
  return [cell.forms, from, to]
}

/** The cells of each row that is expected, in the order of their columns. */
const cellsOf = (of: {
  readonly items: readonly { readonly cells: Readonly<Partial<Record<string, Cell | Rolled>>> }[]
  readonly topics: readonly { readonly cell: Cell | Rolled }[]
}) => of.items.map(({ cells }, n) => [...heads.map(head => cells[head]), of.topics[n]?.cell])

/** The numbers of every row, which alone stand without quotes. */
const numbers = (file: string): number[][] =>
  table(file).rows.map(row =>
    Object.values(row).flatMap(({ text, quoted }) => (quoted || text === '' ? [] : [Number(text)])),
  )

describe('a release as CSV', () => {
  it('has a row a statement, with codes and the printed words', () => {
    const { rows } = table(releasesCsv([named(small), named(large, 'r-2')]))
    expect(rows.length).toBe(46)
    const [first] = rows
    expect(first?.item_words?.text).toBe(evaluation.items[0].text)
    expect([first?.wards?.text, first?.due?.text, first?.base?.text]).toEqual([
      'Maple + Oak',
      '2026-03-01',
      '10',
    ])
    expect([first?.sometimes_kind?.text, first?.sometimes_forms?.text]).toEqual(['all or nearly all', ''])
    expect([rows[45]?.group_words?.text, rows[45]?.release?.text]).toEqual(['Power with', 'r-2'])
  })

  it('holds the interval as the office prints it, so that no two doors contradict: 0 of 12 as 0 to 24.3', () => {
    const cell: Cell = { kind: 'shown', forms: 0 }
    const items = small.items.map(({ id, cells }) => ({ id, cells: { ...cells, sometimes: cell } }))
    const [row] = table(releasesCsv([named({ ...small, base: 12, items })])).rows
    expect([row?.sometimes_from, row?.sometimes_to].map(one => one?.text)).toEqual(['0', '24.3'])
  })

  it('holds what is shown with its interval: 7 of 10 as 39.7 to 89.2 in 100', () => {
    const cell: Cell = { kind: 'shown', forms: 7 }
    const items = small.items.map(({ id, cells }) => ({ id, cells: { ...cells, sometimes: cell } }))
    const [row] = table(releasesCsv([named({ ...small, items })])).rows
    expect([row?.sometimes_forms, row?.sometimes_from, row?.sometimes_to].map(one => one?.text)).toEqual([
      '7',
      '39.7',
      '89.2',
    ])
  })

  it('holds no figure of a banded or suppressed cell, whatever people said', () => {
    fc.assert(
      fc.property(totalsOf(8, 24), totals => {
        const release = releaseOf(totals)
        const file = releasesCsv([named(release)])
        const figures = cellsOf(release).map(row => row.flatMap(cell => allowed(cell, release.base)))
        expect(numbers(file)).toEqual(figures.map(row => [release.base, ...row]))
        // And no number in words: a kind is one of five.
        for (const row of table(file).rows)
          for (const [name, { text }] of Object.entries(row))
            if (name.endsWith('_kind')) expect(text).not.toMatch(/\d/)
      }),
    )
  })

  it('is told apart by who helped only where the release is', () => {
    expect(table(breakdownsCsv([named(small), named(large)])).rows).toEqual([])
    const { rows } = table(breakdownsCsv([named(brokenDown)]))
    expect(rows.length).toBe(46)
    expect([rows[0]?.by, rows[0]?.part, rows[0]?.base].map(one => one?.text)).toEqual([
      'supporter',
      'nobody or not known',
      '60',
    ])
  })

  it('refuses an instrument that nobody has shipped, rather than print statements that were not asked', () => {
    const other = { ...small, instrument: { id: 'other', version: '1.0' } }
    expect(() => releasesCsv([named(other)])).toThrow(RangeError)
  })
})

describe('a roll-up as CSV', () => {
  it('says what a figure is between where a release hides its part, and never one value', () => {
    fc.assert(
      fc.property(fc.array(totalsOf(8, 24), { minLength: 1, maxLength: 4 }), all => {
        const sums = rolledUp(all.map(totals => releaseOf(totals)))
        const figures = sums.flatMap(({ rollUp }) =>
          cellsOf(rollUp).map(row => [
            rollUp.releases,
            rollUp.base,
            ...row.flatMap(cell => allowed(cell, rollUp.base)),
          ]),
        )
        expect(numbers(rollUpsCsv(sums))).toEqual(figures)
      }),
    )
  })

  it('has the parts that all its releases have, after the whole', () => {
    const { rows } = table(rollUpsCsv(rolledUp([brokenDown, brokenDown])))
    expect(rows.map(({ part }) => part?.text).filter((part, n, all) => part !== all[n - 1])).toEqual([
      '',
      'nobody or not known',
      'somebody',
    ])
    expect(rows.at(-1)?.base?.text).toBe('120')
    expect(rows.at(-1)?.demonstration?.text).toBe('yes')
  })
})
