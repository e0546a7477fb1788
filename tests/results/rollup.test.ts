// Figures of more than one release: added up from what is published, so that they can tell nothing more.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { fewColumns, type Release, release } from '../../src/results/release.ts'
import { type Rolled, rollUp } from '../../src/results/rollup.ts'
import { addUp, columns, tabulate } from '../../src/results/tabulate.ts'
import { forms } from './forms.ts'

const ids = evaluation.items.map(item => item.id)
const piles = fc.array(forms(8, 34), { minLength: 1, maxLength: 5 })

const releaseOf = (all: Parameters<typeof tabulate>[1], due = '2026-03-01'): Release => {
  const made = release(evaluation, tabulate(evaluation, all), due, 8)
  if (!made) throw new Error('not enough')
  return made
}

const holds = (cell: Rolled | undefined, forms: number) =>
  cell?.kind === 'shown' ? cell.forms === forms : cell && cell.least <= forms && forms <= cell.most

describe('releases that are added up', () => {
  it('say of all forms what is true, and of a hidden figure never less than two values', () => {
    fc.assert(
      fc.property(piles, all => {
        const [rolled] = rollUp(all.map(one => releaseOf(one)))
        const truth = addUp(
          ids,
          all.map(one => tabulate(evaluation, one)),
        )
        expect(rolled?.base).toBe(truth.base)
        for (const { id, cells } of rolled?.items ?? [])
          for (const column of rolled?.columns ?? []) {
            const own = truth.items[id]
            const figure =
              column === 'no-answer' ? (own?.skipped ?? 0) + (own?.unreached ?? 0) : (own?.[column] ?? 0)
            expect(holds(cells[column], figure), `${id} ${column}`).toBe(true)
          }
        for (const { id, cell } of rolled?.topics ?? [])
          expect(holds(cell, truth.topics[id] ?? 0), id).toBe(true)
        const cells = [
          ...(rolled?.items ?? []).flatMap(one => Object.values(one.cells)),
          ...(rolled?.topics ?? []).map(one => one.cell),
        ]
        for (const cell of cells) if (cell.kind === 'between') expect(cell.least).toBeLessThan(cell.most)
      }),
      { numRuns: 60 },
    )
  })

  it('show a figure where each of them shows it and nowhere else, so that no total gives a ward away', () => {
    fc.assert(
      fc.property(piles, all => {
        const releases = all.map(one => releaseOf(one))
        const [rolled] = rollUp(releases)
        for (const [n, { cells }] of (rolled?.items ?? []).entries())
          for (const column of rolled?.columns ?? []) {
            const own = releases.map(one => {
              const row = one.items[n]?.cells
              const parts =
                column === 'no-answer' && !row?.['no-answer'] ? ['skipped', 'unreached'] : [column]
              return parts.every(part => row?.[part as keyof typeof row]?.kind === 'shown')
            })
            expect(cells[column]?.kind).toBe(own.every(Boolean) ? 'shown' : 'between')
          }
        for (const [n, { cell }] of (rolled?.topics ?? []).entries()) {
          const isShown = releases.every(one => one.topics[n]?.cell.kind === 'shown')
          expect(cell.kind).toBe(isShown ? 'shown' : 'between')
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are the same in whatever order they come, and need nothing but themselves', () => {
    fc.assert(
      fc.property(piles, all => {
        const releases = all.map((one, n) => releaseOf(one, `2026-0${n + 1}-01`))
        const frozen = structuredClone(releases)
        expect(rollUp(releases.toReversed())).toEqual(rollUp(releases))
        expect(releases).toEqual(frozen)
      }),
      { numRuns: 20 },
    )
  })

  it('keep twelve people who all said the same behind a range, beside a big ward that is shown whole', () => {
    const said = (times: number, choice: 'sometimes' | 'not-at-all') =>
      Array.from({ length: times }, () => ({ given: ids.map(() => choice), topics: [] }))
    const [rolled] = rollUp([releaseOf(said(12, 'sometimes')), releaseOf(said(30, 'not-at-all'))])
    expect(rolled).toMatchObject({ base: 42, columns: fewColumns, releases: 2 })
    expect(rolled?.items[0]?.cells).toEqual({
      'not-at-all': { kind: 'between', least: 30, most: 31 },
      sometimes: { kind: 'between', least: 11, most: 12 },
      'all-the-time': { kind: 'between', least: 0, most: 1 },
      'no-answer': { kind: 'between', least: 0, most: 1 },
    })
  })

  it('keep skipped and unreached apart only where each of them does', () => {
    const twenty = releaseOf(
      Array.from({ length: 20 }, () => ({
        given: ids.map(() => null).with(0, 'sometimes' as never),
        topics: [],
      })),
    )
    expect(rollUp([twenty, twenty])[0]?.columns).toEqual(columns)
  })

  it('are not mixed with those of another version, which was not asked alike', () => {
    const one = releaseOf(
      Array.from({ length: 20 }, () => ({ given: ids.map(() => 'sometimes' as const), topics: [] })),
    )
    const other = { ...one, instrument: { ...one.instrument, version: '2.0' }, due: '2026-06-01' }
    expect(rollUp([one, other, one]).map(({ base, releases, last }) => [base, releases, last])).toEqual([
      [40, 2, '2026-03-01'],
      [20, 1, '2026-06-01'],
    ])
  })

  it('tell people who were helped apart where each of them does, and nowhere else', () => {
    const said = (times: number, helper: 'nobody' | 'peer') =>
      Array.from({ length: times }, () => ({
        given: ids.map(() => 'sometimes' as const),
        topics: ['eval-01'],
        helper,
        manner: { words: 'standard' as const, aloud: false },
        wording: { id: 'en/original' },
      }))
    const apart = [
      releaseOf([...said(30, 'nobody'), ...said(20, 'peer')]),
      releaseOf([...said(21, 'nobody'), ...said(25, 'peer')]),
    ]
    const [{ breakdowns } = { breakdowns: [] }] = rollUp(apart)
    expect(breakdowns.map(({ by, parts }) => [by, ...parts.map(one => `${one.is} ${one.base}`)])).toEqual([
      ['supporter', 'nobody or not known 51', 'somebody 45'],
    ])
    // An earlier version named the same part as if all of it were known.
    const named = (is: string) => (is === 'nobody or not known' ? 'nobody' : is)
    const before = apart.map(one => ({
      ...one,
      breakdowns: (one.breakdowns ?? []).map(({ by, parts }) => ({
        by,
        parts: parts.map(part => ({ ...part, is: named(part.is) })),
      })),
    }))
    const mixed = [...before.slice(0, 1), ...apart.slice(1)]
    for (const all of [mixed, mixed.toReversed(), before])
      expect(rollUp(all)[0]?.breakdowns).toEqual(breakdowns)
    expect(breakdowns[0]?.parts[1]?.items[0]?.cells.sometimes).toEqual({ kind: 'shown', forms: 45 })
    expect(breakdowns[0]?.parts[1]?.topics[0]).toEqual({ id: 'eval-01', cell: { kind: 'shown', forms: 45 } })
    expect(rollUp([...apart, releaseOf(said(60, 'nobody'))])[0]?.breakdowns).toEqual([])
  })

  it('are nothing where there are none', () => {
    expect(rollUp([])).toEqual([])
  })

  it('never give an exact figure for a hidden one, even of a release that some earlier version let slip', () => {
    const made = releaseOf(
      Array.from({ length: 10 }, () => ({ given: ids.map(() => 'sometimes' as const), topics: [] })),
    )
    const few = { kind: 'banded', band: 'none or nearly none' } as const
    const slipped = {
      'not-at-all': { kind: 'shown', forms: 5 },
      sometimes: { kind: 'shown', forms: 5 },
      'all-the-time': few,
      'no-answer': few,
    } as const
    const items = made.items.map(({ id }) => ({ id, cells: slipped }))
    expect(rollUp([{ ...made, items }])[0]?.items[0]?.cells['all-the-time']).toEqual({
      kind: 'between',
      least: 0,
      most: 1,
    })
  })
})
