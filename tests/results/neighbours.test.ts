// What one statement tells of the next: whoever stopped stays stopped, and a reader of a small release knows that.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Given } from '../../src/form/form.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { fewColumns, release } from '../../src/results/release.ts'
import { type Cell, suppress } from '../../src/results/suppress.ts'
import { type Column, type Counted, columns, tabulate } from '../../src/results/tabulate.ts'

type Figures = readonly number[]

/** How a statement's five counts are printed: a text for each column that is published. */
interface Printing {
  readonly columns: readonly string[]
  /** The figure that a published column stands for. */
  figure(column: number, figures: Figures): number
  print(figures: Figures, base: number): readonly Cell[]
}

const cellsOf = (names: readonly string[], figures: Figures, base: number): Cell[] => {
  const cells = suppress(Object.fromEntries(names.map((name, n) => [name, figures[n] ?? 0])), base)
  return names.map(name => cells[name] ?? { kind: 'suppressed' })
}

const asPublished: Printing = {
  columns: fewColumns,
  figure: (column, [a = 0, b = 0, c = 0, skipped = 0, unreached = 0]) =>
    [a, b, c, skipped + unreached][column] ?? 0,
  print(figures, base) {
    const merged = fewColumns.map((_, column) => asPublished.figure(column, figures))
    return cellsOf(fewColumns, merged, base)
  },
}

/** As it would be, were skipped and unreached two columns. */
const undone: Printing = {
  columns,
  figure: (column, figures) => figures[column] ?? 0,
  print: (figures, base) => cellsOf(columns, figures, base),
}

const text = (cells: readonly Cell[]) =>
  cells.map(cell => (cell.kind === 'shown' ? cell.forms : cell.kind === 'banded' ? cell.band : '?')).join('|')

function* distributions(base: number, places: number): Generator<number[]> {
  if (places === 1) yield [base]
  else
    for (let first = 0; first <= base; first++)
      for (const rest of distributions(base - first, places - 1)) yield [first, ...rest]
}

const kinds = new Map<string, ReadonlyMap<string, readonly Figures[]>>()

/** Every distribution that is printed like this one. */
function alike(printing: Printing, figures: Figures, base: number): readonly Figures[] {
  const name = `${printing.columns.length} ${base}`
  const known =
    kinds.get(name) ?? Map.groupBy(distributions(base, 5), each => text(printing.print(each, base)))
  kinds.set(name, known)
  return known.get(text(printing.print(figures, base))) ?? []
}

const unreached = (figures: Figures) => figures[4] ?? 0

/**
 * A reader who knows this program, and that *unreached* begins at none and never falls. Gives the hidden figures that they
 * work out, as statement and column.
 */
function workedOut(printing: Printing, statements: readonly Figures[], base: number): string[] {
  const may = statements.map(figures => alike(printing, figures, base))
  const least: number[] = []
  for (const [n, group] of may.entries()) {
    const floor = least[n - 1] ?? 0
    least.push(Math.min(...group.map(unreached).filter(one => one >= floor)))
  }
  const most: number[] = []
  for (let n = may.length - 1; n >= 0; n--) {
    const roof = n === 0 ? 0 : (most[n + 1] ?? base)
    most[n] = Math.max(...(may[n] ?? []).map(unreached).filter(one => one <= roof))
  }
  return statements.flatMap((figures, n) => {
    const left = (may[n] ?? []).filter(
      one => unreached(one) >= (least[n - 1] ?? 0) && unreached(one) <= (n === 0 ? 0 : (most[n + 1] ?? base)),
    )
    return printing.print(figures, base).flatMap((cell, column) => {
      if (cell.kind === 'shown') return []
      const values = new Set(left.map(one => printing.figure(column, one)))
      return values.size < 2 ? [`${n + 1} ${printing.columns[column]}`] : []
    })
  })
}

const items = evaluation.items.length
const answer = fc.constantFrom<Given>('not-at-all', 'sometimes', 'sometimes', 'all-the-time', 'skipped')

/** Forms of a small ward: most go to the end, some stop early; many answer much alike. */
const form = fc
  .record({
    usual: answer,
    own: fc.array(fc.option(answer, { nil: undefined, freq: 3 }), { minLength: items, maxLength: items }),
    reached: fc.oneof(
      { weight: 3, arbitrary: fc.constant(items) },
      { arbitrary: fc.integer({ min: 1, max: items }), weight: 1 },
    ),
  })
  .map(
    ({ usual, own, reached }): Counted => ({
      given: own.map((one, n) => (n < reached ? (one ?? usual) : null)),
      topics: [],
    }),
  )
const forms = fc.array(form, { minLength: 9, maxLength: 16 })

/** The five counts of every statement, and their base. */
function counted(all: readonly Counted[]) {
  const { base, items } = tabulate(evaluation, all)
  const statements = Object.values(items).map(row => columns.map((column: Column) => row[column]))
  return { base, statements }
}

describe('a small release, read from its first statement to its last', () => {
  it('lets nobody work out from its neighbours what a statement hides of one person', () => {
    fc.assert(
      fc.property(forms, all => {
        const { base, statements } = counted(all)
        fc.pre(base >= 8)
        expect(workedOut(asPublished, statements, base)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('would let a reader do so, were those who skipped and those who had stopped told apart', () => {
    const found = fc.sample(forms, { numRuns: 60, seed: 3 }).flatMap(all => {
      const { base, statements } = counted(all)
      return base < 8 ? [] : workedOut(undone, statements, base)
    })
    expect(found.length).toBeGreaterThan(0)
  }, 60_000)

  it('is printed by the release as this reader reads it', () => {
    fc.assert(
      fc.property(forms, all => {
        const { base, statements } = counted(all)
        const found = release(evaluation, tabulate(evaluation, all), '2026-03-01', 8)
        fc.pre(found !== undefined)
        expect(found?.columns).toEqual(fewColumns)
        expect(found?.items.map(({ cells }) => text(Object.values(cells)))).toEqual(
          statements.map(figures => text(asPublished.print(figures, base))),
        )
      }),
      { numRuns: 20 },
    )
  })
})
