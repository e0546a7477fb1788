// Every group of forms that published tables can be added and subtracted to, in whole numbers without rounding.

import type { Told } from './told.ts'

/** A group that can be worked out, and its base. */
export interface Derived {
  readonly over: ReadonlySet<number>
  readonly base: number
}

/** What elimination gave: the groups, how many equations there were, and whether every group was found. */
export interface Solved {
  readonly groups: readonly Derived[]
  readonly equations: number
  readonly whole: boolean
}

/** A set of equations that hang together is searched through for every group while it has no more than so many. */
const SEARCHED = 12

/** Solves for every group within reach that is no union of others apart. */
export function solve(tables: readonly Told[]): Solved {
  const { classes, rows } = compress(tables)
  const reduced = eliminate(rows, classes.length)
  const solved = components(reduced, classes.length).map(some => within(some, classes.length))
  const groups = solved
    .flatMap(one => one.found)
    .map(row => ({
      over: new Set(classes.flatMap((members, n) => (row[n] === 1 ? members : []))),
      base: row[classes.length] ?? 0,
    }))
  return { groups, equations: rows.length, whole: solved.every(({ whole }) => whole) }
}

type Row = readonly number[]

/** Groups that are in the same tables can't be told apart: one unknown each. A row: which it has, and its base. */
function compress(tables: readonly Told[]): {
  classes: readonly (readonly number[])[]
  rows: readonly Row[]
} {
  const where = new Map<number, number[]>()
  for (const [n, { over }] of tables.entries())
    for (const one of over) where.set(one, [...(where.get(one) ?? []), n])
  const classes = [...Map.groupBy(where.keys(), one => where.get(one)?.join() ?? '').values()]
  const rows = tables.map(({ over, base }) => [
    ...classes.map(([member = -1]) => (over.has(member) ? 1 : 0)),
    base,
  ])
  return { classes, rows: [...new Map(rows.map(row => [row.join(), row])).values()] }
}

/** Gauss and Jordan, each row in whole numbers without a common divisor; a pivot stands alone in its column. */
function eliminate(rows: readonly Row[], width: number): Row[] {
  let left = [...rows]
  let done: Row[] = []
  for (let column = 0; column < width && left.length > 0; column++) {
    const pivot = left.find(row => row[column] !== 0)
    if (!pivot) continue
    const clear = (row: Row) => (row[column] ? without(row, pivot, column) : row)
    left = left
      .filter(row => row !== pivot)
      .map(clear)
      .filter(row => row.some(one => one !== 0))
    done = [...done.map(clear), pivot]
  }
  return done
}

function without(row: Row, pivot: Row, column: number): Row {
  const [a = 0, b = 0] = [row[column], pivot[column]]
  const sign = b < 0 ? -1 : 1
  const next = row.map((one, n) => sign * (b * one - a * (pivot[n] ?? 0)))
  const divisor = next.reduce(gcd, 0) || 1
  if (!next.every(Number.isSafeInteger)) throw new RangeError('a number that is too large')
  return next.map(one => one / divisor)
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b)
}

/** Equations that share unknowns, each set apart. */
function components(rows: readonly Row[], width: number): Row[][] {
  const sets: { columns: Set<number>; rows: Row[] }[] = []
  for (const row of rows) {
    const columns = new Set([...row.keys()].filter(n => n < width && row[n] !== 0))
    const met = sets.filter(one => !one.columns.isDisjointFrom(columns))
    for (const one of met) sets.splice(sets.indexOf(one), 1)
    sets.push({
      columns: met.reduce((all, one) => all.union(one.columns), columns),
      rows: [...met.flatMap(one => one.rows), row],
    })
  }
  return sets.map(one => one.rows)
}

/**
 * Groups in one set: each pivot's unknown is in it or is not, and then all others must be in it or not. All pivots are brought to
 * one number, so that nothing is divided before it is known to be a group.
 */
function within(rows: readonly Row[], width: number): { found: Row[]; whole: boolean } {
  const pivots = rows.map(row => row.find(one => one !== 0) ?? 1)
  const unit = pivots.reduce((all, one) => Math.abs(all * one) / gcd(all, one), 1)
  const scaled = rows.map((row, n) => row.map(one => one * (unit / (pivots[n] ?? 1))))
  if (!scaled.flat().every(Number.isSafeInteger)) throw new RangeError('a number that is too large')
  const isGroup = (row: Row) => row.every((one, n) => n === width || one === 0 || one === unit)
  const whole = rows.length <= SEARCHED
  const sums = whole ? everySum(scaled) : pairs(scaled)
  const found = [...sums].filter(row => row.some(one => one !== 0) && isGroup(row))
  return { found: found.map(row => row.map(one => one / unit)), whole }
}

function* everySum(rows: readonly Row[]): Generator<Row> {
  const [first, ...rest] = rows
  if (!first) return
  yield first
  for (const row of everySum(rest)) {
    yield row
    yield row.map((one, n) => one + (first[n] ?? 0))
  }
}

function* pairs(rows: readonly Row[]): Generator<Row> {
  for (const [n, row] of rows.entries()) {
    yield row
    for (const other of rows.slice(n + 1)) yield row.map((one, at) => one + (other[at] ?? 0))
  }
}
