// Every value that a banded, suppressed or rolled-up cell can still have, to a reader who knows this program.

import { evaluation } from '../../../src/instrument/evaluation.ts'
import { distribution } from '../../../src/results/distribution.ts'
import { OPEN_BASE } from '../../../src/results/suppress.ts'
import { Bounds, type Relation } from './bounds.ts'
import { COLUMNS, type Read, read, type Told } from './told.ts'

type Figures = readonly number[]

const tables = new Map<number, ReadonlyMap<string, readonly Figures[]>>()

/** Every distribution of a base that is printed so; where `nobody` is presumed to have skipped, only those if there are any. */
function alike(base: number, print: string, nobody: boolean): readonly Figures[] {
  const known = tables.get(base) ?? Map.groupBy(distributions(base, COLUMNS.length), one => printOf(one))
  tables.set(base, known)
  const all = known.get(print) ?? []
  const answered = nobody ? all.filter(one => one[3] === 0) : []
  return answered.length > 0 ? answered : all
}

const printOf = ([no = 0, some = 0, all = 0, skipped = 0]: Figures): string => {
  const base = no + some + all + skipped
  const id = evaluation.items[0].id
  const counts = { 'not-at-all': no, sometimes: some, 'all-the-time': all, skipped, unreached: 0 }
  const made = distribution({ base, paper: 0, items: { [id]: counts }, topics: {} })
  return read('release', '', new Set(), made).prints[0] ?? ''
}

function* distributions(base: number, places: number): Generator<number[]> {
  if (places === 1) yield [base]
  else
    for (let first = 0; first <= base; first++)
      for (const rest of distributions(base - first, places - 1)) yield [first, ...rest]
}

const spanOf = (all: readonly Figures[]): Read[] =>
  COLUMNS.map((_, n) => {
    const values = all.map(one => one[n] ?? 0)
    return { least: Math.min(...values), most: Math.max(...values) }
  })

const spans = new Map<string, Read[]>()

/** The same for every row that is printed so. */
function spanOfPrint(base: number, print: string, nobody: boolean): Read[] {
  const name = `${base} ${nobody} ${print}`
  const known = spans.get(name) ?? spanOf(alike(base, print, nobody))
  spans.set(name, known)
  return known
}

const isSmall = ({ kind, base }: Told): boolean => kind !== 'rollup' && base < OPEN_BASE

/** Hidden cells that have one value left, and how often a table brought another closer. */
export interface Worked {
  readonly cells: readonly string[]
  readonly narrowed: number
}

/** Cells of one statement that have one value and are not shown. `nobody`: presumes that all answered it. */
export function workedOutRows(
  told: readonly Told[],
  relations: readonly Relation[],
  row: number,
  nobody: boolean,
): Worked {
  const width = COLUMNS.length
  const bounds = new Bounds(told.length, width)
  for (const [n, table] of told.entries())
    bounds.set(
      n,
      isSmall(table) ? spanOfPrint(table.base, table.prints[row] ?? '', nobody) : (table.rows[row] ?? []),
    )
  const left = new Map<number, readonly Figures[]>()
  bounds.settle(relations, n => {
    const table = told[n]
    if (!table || !isSmall(table)) return
    const all = left.get(n) ?? alike(table.base, table.prints[row] ?? '', nobody)
    const some = all.filter(one => one.every((figure, at) => isIn(figure, bounds, n * width + at)))
    left.set(n, some)
    if (some.length === 0) bounds.absurd = true
    else bounds.set(n, spanOf(some))
  })
  if (bounds.absurd && !nobody) throw new Error('what is published contradicts itself')
  const columns = nobody ? 3 : 4
  const found = one(told, bounds, table => (table.rows[row] ?? []).slice(0, columns))
  const name = ([{ kind, name }, cell]: Found) => `${kind} ${name}, statement ${row + 1}: ${COLUMNS[cell]}`
  return { cells: found.map(name), narrowed: bounds.narrowed }
}

const isIn = (figure: number, { least, most }: Bounds, at: number): boolean =>
  (least[at] ?? 0) <= figure && figure <= (most[at] ?? 0)

/** The same of the topics, of which every form names three at most. */
export function workedOutTopics(told: readonly Told[], relations: readonly Relation[]): Worked {
  const width = told[0]?.topics.length ?? 0
  const bounds = new Bounds(told.length, width)
  const tighten = (n: number) => {
    const table = told[n]
    if (!table || table.kind === 'rollup') return
    const [from, to] = [n * width, (n + 1) * width]
    const sum = (all: Int32Array) => all.subarray(from, to).reduce((so, one) => so + one, 0)
    const room = 3 * table.base - sum(bounds.least)
    const lack = table.full ? sum(bounds.most) - 3 * table.base : Number.MAX_SAFE_INTEGER
    for (let at = from; at < to; at++) {
      const [least = 0, most = 0] = [bounds.least[at], bounds.most[at]]
      bounds.close(at, most - lack, least + room)
    }
  }
  for (const [n, { topics }] of told.entries()) bounds.set(n, topics)
  for (const n of told.keys()) tighten(n)
  bounds.settle(relations, tighten)
  const found = one(told, bounds, table => table.topics)
  const name = ([{ kind, name }, cell]: Found) => `${kind} ${name}, topic ${cell + 1}`
  return { cells: found.map(name), narrowed: bounds.narrowed }
}

type Found = readonly [Told, number]

/** The hidden cells that have one value left, but not where a presumption turned out to be none. */
function one(told: readonly Told[], bounds: Bounds, cells: (table: Told) => readonly Read[]): Found[] {
  if (bounds.absurd) return []
  return told.flatMap((table, n) =>
    cells(table).flatMap((own, cell) => {
      const at = n * bounds.width + cell
      const isTold = own.least < own.most && bounds.least[at] === bounds.most[at]
      return isTold ? [[table, cell] as const] : []
    }),
  )
}
