// From opened forms to a release: every form counts once for every statement, and nothing is scored.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { fewColumns, release } from '../../src/results/release.ts'
import { type Counted, carriesAnswer, columns, tabulate, tally } from '../../src/results/tabulate.ts'

const ids = evaluation.items.map(item => item.id)
const given = fc.constantFrom('not-at-all', 'sometimes', 'all-the-time', 'skipped', null)
const form = fc.record({
  given: fc.array(given, { minLength: ids.length, maxLength: ids.length }),
  topics: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
})
const forms = (least: number, most: number) => fc.array(form, { minLength: least, maxLength: most })

describe('totals', () => {
  it('put every form into one column of every statement, so that each adds up to the base', () => {
    fc.assert(
      fc.property(forms(0, 40), all => {
        const totals = tabulate(evaluation, all)
        expect(totals.base).toBe(all.filter(carriesAnswer).length)
        for (const id of ids) {
          const counts = totals.items[id]
          expect(columns.reduce((sum, column) => sum + (counts?.[column] ?? 0), 0)).toBe(totals.base)
        }
      }),
    )
  })

  it('are the same in whatever order the envelopes are opened', () => {
    fc.assert(
      fc.property(forms(1, 20), all => {
        const backwards = tally(evaluation)
        for (const one of all.toReversed()) backwards.add(one)
        expect(backwards.totals()).toEqual(tabulate(evaluation, all))
      }),
    )
  })

  it('leave out a form on which everything was skipped, since it says nothing', () => {
    const blank: Counted = { given: ids.map((_, n) => (n < 9 ? 'skipped' : null)), topics: ['eval-01'] }
    expect(tabulate(evaluation, [blank])).toEqual(tabulate(evaluation, []))
  })
})

describe('a release', () => {
  it('is none under the threshold, and never one under eight whatever a service has set', () => {
    fc.assert(
      fc.property(forms(0, 14), fc.nat(12), (all, threshold) => {
        const totals = tabulate(evaluation, all)
        const found = release(evaluation, totals, '2026-03-01', threshold)
        expect(found === undefined).toBe(totals.base < Math.max(threshold, 8))
      }),
    )
  })

  it('holds cells and nothing else: no mean, no sum, no score of anybody', () => {
    fc.assert(
      fc.property(forms(10, 40), all => {
        const found = release(evaluation, tabulate(evaluation, all), '2026-03-01', 10)
        if (!found) return
        expect(Object.keys(found).sort()).toEqual([
          'base',
          'columns',
          'due',
          'instrument',
          'items',
          'topics',
          'v',
        ])
        expect(found.items.map(item => item.id)).toEqual(ids)
        expect(found.topics.map(topic => topic.id)).toEqual(ids)
        for (const item of found.items) {
          expect(Object.keys(item).sort()).toEqual(['cells', 'id'])
          expect(Object.keys(item.cells)).toEqual(found.columns)
        }
        const cells = [
          ...found.items.flatMap(item => Object.values(item.cells)),
          ...found.topics.map(t => t.cell),
        ]
        const parts = { shown: ['forms', 'kind'], banded: ['band', 'kind'], suppressed: ['kind'] }
        for (const cell of cells) expect(Object.keys(cell).sort()).toEqual(parts[cell.kind])
        const whole = found.base >= 20
        expect(found.columns).toEqual(whole ? columns : fewColumns)
        if (whole) expect(cells.every(cell => cell.kind === 'shown')).toBe(true)
      }),
    )
  })

  it('gives the exact distribution of twenty known forms', () => {
    const twenty = Array.from(
      { length: 20 },
      (_, n): Counted => ({
        given: ids.map((_, item) => (item >= 12 && n < 3 ? null : n < 8 ? 'sometimes' : 'all-the-time')),
        topics: n < 5 ? ['eval-14'] : [],
      }),
    )
    const found = release(evaluation, tabulate(evaluation, twenty), '2026-03-01', 10)
    const shown = (all: readonly number[]) =>
      Object.fromEntries(columns.map((column, n) => [column, { kind: 'shown', forms: all[n] }]))
    expect(found?.base).toBe(20)
    expect(found?.items[0]?.cells).toEqual(shown([0, 8, 12, 0, 0]))
    expect(found?.items[22]?.cells).toEqual(shown([0, 5, 12, 0, 3]))
    expect(found?.topics.find(topic => topic.id === 'eval-14')?.cell).toEqual({ kind: 'shown', forms: 5 })
  })
})
