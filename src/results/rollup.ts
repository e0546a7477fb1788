// A service, an organisation, any wards, a quarter, a year, all time: releases added up, and nothing else added up ever.
//
// A roll-up is a pure function of releases that everybody may see already, so it can tell nothing that they do not tell.
// Wards that open, close or move, late forms and those taken back need no care: whatever is in no release is in no roll-up.

import type { Choice } from '../instrument/instrument.ts'
import type { Breakdown } from './breakdown.ts'
import { type Distribution, type Figure, fewColumns } from './distribution.ts'
import { partName } from './how.ts'
import type { Release } from './release.ts'
import { atOnce, type Steps } from './steps.ts'
import { type Cell, type Range, rangeOf } from './suppress.ts'

/** A figure of several releases: exact where each of them shows it, and otherwise what they leave open, never one value. */
export type Rolled =
  | { readonly kind: 'shown'; readonly forms: number }
  | ({ readonly kind: 'between' } & Range)

/** A statement's figures by the columns of its roll-up. */
type RolledCells = Readonly<Record<Choice, Rolled>> &
  Readonly<Partial<Record<Exclude<Figure, Choice>, Rolled>>>

/** Distributions added up. */
export interface RolledDistribution {
  readonly base: number
  readonly columns: readonly Figure[]
  readonly items: readonly { readonly id: string; readonly cells: RolledCells }[]
  readonly topics: readonly { readonly id: string; readonly cell: Rolled }[]
}

/** Releases of one version of an instrument, added up; `first` and `last` are the earliest and the latest of their days. */
export interface RollUp extends RolledDistribution {
  readonly instrument: Release['instrument']
  readonly releases: number
  readonly first: string
  readonly last: string
  /** Those that each of the releases has, in the same parts. */
  readonly breakdowns: readonly {
    readonly by: Breakdown['by']
    readonly parts: readonly ({ readonly is: string } & Omit<RolledDistribution, 'columns'>)[]
  }[]
}

/**
 * Adds releases up, each of which is given once and is not held: a roll-up for every version of an instrument, since what was
 * not asked alike is not added up. There is no other way to a figure of more than one release.
 */
export const rollUp = (releases: readonly Release[]): readonly RollUp[] => atOnce(rollingUp(releases))

/** The same in steps: thousands of releases take a while. */
export function* rollingUp(releases: readonly Release[]): Steps<readonly RollUp[]> {
  const alike = Map.groupBy(releases, ({ instrument }) => JSON.stringify([instrument.id, instrument.version]))
  const made: RollUp[] = []
  for (const group of alike.values()) {
    const [{ instrument, breakdowns = [] } = {}] = group
    if (instrument === undefined) continue
    const days = group.map(({ due }) => due).toSorted()
    const shared: RollUp['breakdowns'][number][] = []
    for (const one of breakdowns) shared.push(...(yield* breakdown(one, group)))
    const period = { first: days[0] ?? '', last: days.at(-1) ?? '' }
    const sums = yield* adding(group)
    made.push({ instrument, releases: group.length, ...period, ...sums, breakdowns: shared })
  }
  return made
}

/** A breakdown of the first release in all of them; none where one has none in the same parts. */
function* breakdown(
  { by, parts }: Breakdown,
  group: readonly Release[],
): Steps<RollUp['breakdowns'][number][]> {
  const names = (of: Breakdown) => of.parts.map(({ is }) => partName(is)).join()
  const found = group.flatMap(({ breakdowns = [], columns }) =>
    breakdowns
      .filter(one => one.by === by && names(one) === names({ by, parts }))
      .map(one => one.parts.map(part => ({ ...part, columns })))
      .slice(0, 1),
  )
  if (found.length < group.length) return []
  const sums: RollUp['breakdowns'][number]['parts'][number][] = []
  for (const is of parts.map(part => partName(part.is))) {
    const same = found.flatMap(all => all.filter(part => partName(part.is) === is))
    const { columns: _, ...sum } = yield* adding(same)
    sums.push({ is, ...sum })
  }
  return [{ by, parts: sums }]
}

/** Releases from one step to the next. */
const STEP = 50

function* adding(all: readonly Distribution[]): Steps<RolledDistribution> {
  const [{ items, topics, columns: own } = nothing] = all
  const columns = all.some(one => one.columns.includes('no-answer')) ? fewColumns : own
  const rows = items.map(() => columns.map(zero))
  const wishes = topics.map(zero)
  // Release by release, as they lie in memory: statement by statement takes several times as long for a large trust.
  for (const [at, one] of all.entries()) {
    if (at % STEP === STEP - 1) yield
    for (const [n, { id }] of items.entries())
      grow(rows[n] ?? [], ranges(one.base, named(one.items, id, n)?.cells ?? {}, columns))
    grow(
      wishes,
      topics.map(({ id }, n) => rangeOf(named(one.topics, id, n)?.cell ?? hidden, one.base)),
    )
  }
  return {
    base: all.reduce((sum, { base }) => sum + base, 0),
    columns,
    items: items.map(({ id }, n) => {
      const cells = columns.map((column, at) => [column, rolled(rows[n]?.[at] ?? zero())])
      return { id, cells: Object.fromEntries(cells) as RolledCells }
    }),
    topics: topics.map(({ id }, n) => ({ id, cell: rolled(wishes[n] ?? zero()) })),
  }
}

interface Sum {
  least: number
  most: number
}

const zero = (): Sum => ({ least: 0, most: 0 })

function grow(sums: readonly Sum[], by: readonly Range[]): void {
  for (const [n, sum] of sums.entries()) {
    sum.least += by[n]?.least ?? 0
    sum.most += by[n]?.most ?? 0
  }
}

const nothing: Distribution = { base: 0, columns: fewColumns, items: [], topics: [] }
const hidden: Cell = { kind: 'suppressed' }

/** The row of a name, which stands at the same place as a rule. */
function named<Row extends { readonly id: string }>(rows: readonly Row[], id: string, n: number) {
  const row = rows[n]
  return row?.id === id ? row : rows.find(one => one.id === id)
}

/** What a release's row says of each column: its own cells, and the others beside it, with which it adds up to the base. */
function ranges(
  base: number,
  cells: Readonly<Partial<Record<Figure, Cell>>>,
  columns: readonly Figure[],
): readonly Range[] {
  const own = (column: Figure): Range => rangeOf(cells[column] ?? hidden, base)
  const row = columns.map(column =>
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

function rolled({ least, most }: Range): Rolled {
  return least === most ? { kind: 'shown', forms: least } : { kind: 'between', least, most }
}
