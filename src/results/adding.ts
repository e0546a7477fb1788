// Distributions being added up: what each of them leaves open of every figure, in one list of numbers that grows.
//
// What was added is not needed any more, and sums are added to sums: a large trust's years fit into what a few of its days take.

import { type Distribution, type Figure, fewColumns } from './distribution.ts'
import { type Cell, type Range, rangeOf } from './suppress.ts'
import { columns } from './tabulate.ts'

/** The sum of some distributions. Each figure is two numbers, the least and the most, statement by statement. */
export interface Sum {
  readonly base: number
  readonly items: readonly string[]
  readonly topics: readonly string[]
  /** In the columns of a small release. */
  readonly few: Int32Array
  /** In all columns; undefined as soon as one of them has few. */
  readonly full: Int32Array | undefined
  readonly wishes: Int32Array
}

/** The sum of one. */
export function sumOf({ base, columns: own, items, topics }: Distribution): Sum {
  const rows = (of: readonly Figure[]) => pairs(items.flatMap(({ cells }) => ranges(base, cells, of)))
  return {
    base,
    items: items.map(({ id }) => id),
    topics: topics.map(({ id }) => id),
    few: rows(fewColumns),
    full: own.includes('no-answer') ? undefined : rows(columns),
    wishes: pairs(topics.map(({ cell }) => rangeOf(cell, base))),
  }
}

/** Two sums together, in the order of the first one's statements. */
export function plus(one: Sum, by: Sum): Sum {
  const { items, topics } = one
  const add = (
    own: Int32Array,
    names: readonly string[],
    theirs: Int32Array,
    theirNames: readonly string[],
  ) => grown({ names, sums: own }, { names: theirNames, sums: theirs }, by.base)
  return {
    base: one.base + by.base,
    items,
    topics,
    few: add(one.few, items, by.few, by.items),
    full: one.full && by.full && add(one.full, items, by.full, by.items),
    wishes: add(one.wishes, topics, by.wishes, by.topics),
  }
}

/** What a sum leaves open of one column of a statement, both by their places. */
export const openIn = (sums: Int32Array, at: number): Range => ({
  least: sums[2 * at] ?? 0,
  most: sums[2 * at + 1] ?? 0,
})

interface Rows {
  readonly names: readonly string[]
  readonly sums: Int32Array
}

function grown({ names, sums }: Rows, by: Rows, base: number): Int32Array {
  const made = sums.slice()
  const width = names.length === 0 ? 0 : sums.length / names.length
  for (const [n, name] of names.entries()) {
    // Its row stands at the same place as a rule. Of what was not asked there, nothing is known.
    const at = by.names[n] === name ? n : by.names.indexOf(name)
    for (let k = 0; k < width; k++)
      made[n * width + k] =
        (made[n * width + k] ?? 0) + (at < 0 ? (k % 2) * base : (by.sums[at * width + k] ?? 0))
  }
  return made
}

const pairs = (all: readonly Range[]): Int32Array =>
  Int32Array.from(all.flatMap(({ least, most }) => [least, most]))

const hidden: Cell = { kind: 'suppressed' }

/** What a release's row says of each column: its own cells, and the others beside it, with which it adds up to the base. */
function ranges(
  base: number,
  cells: Readonly<Partial<Record<Figure, Cell>>>,
  of: readonly Figure[],
): readonly Range[] {
  const own = (column: Figure): Range => rangeOf(cells[column] ?? hidden, base)
  const row = of.map(column =>
    column === 'no-answer' && cells[column] === undefined
      ? both(own('skipped'), own('unreached'))
      : own(column),
  )
  // What is exact says all of its neighbours already; of most releases it is every figure.
  if (row.every(({ least, most }) => least === most)) return row
  const sum = row.reduce(both, { least: 0, most: 0 })
  return row.map(range => {
    const least = Math.max(range.least, base - (sum.most - range.most))
    const most = Math.min(range.most, base - (sum.least - range.least))
    return least < most ? { least, most } : range
  })
}

const both = (a: Range, b: Range): Range => ({ least: a.least + b.least, most: a.most + b.most })
