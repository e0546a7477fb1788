// What of a distribution may be seen. The one engine for every door through which figures leave.
//
// While the base is under 20, a share of 0-10 % or 90-100 % is a band, since near-unanimity tells what each person said.
// A band that can be worked out from the figures beside it is no secret, and neither is a gap whose rule is known.
// So the engine plays the reader who knows this program: it lists every distribution of the base, and prints one in a way
// only if those printed alike leave each hidden figure at least two values (worked.ts).

import { printed, type Way } from './worked.ts'

/** One figure of a release. A banded or suppressed cell has no exact figure anywhere. */
export type Cell =
  | { readonly kind: 'shown'; readonly forms: number }
  | { readonly kind: 'banded'; readonly band: 'none or nearly none' | 'all or nearly all' }
  | { readonly kind: 'suppressed' }

/** Forms in a base from which nothing needs to be banded. */
export const OPEN_BASE = 20

const cells: Record<Exclude<Way, 'shown'>, Cell> = {
  few: { kind: 'banded', band: 'none or nearly none' },
  most: { kind: 'banded', band: 'all or nearly all' },
  hidden: { kind: 'suppressed' },
}

/** The cell of one count that stands alone (it is no part of a sum that is shown). */
export function band(forms: number, base: number): Cell {
  if (base >= OPEN_BASE) return { kind: 'shown', forms }
  if (forms <= edge(base)) return cells.few
  if (forms >= base - edge(base)) return cells.most
  return { kind: 'shown', forms }
}

/**
 * The cells of a distribution whose counts add up to a base that is shown too. The reader may presume that every form
 * answered this statement: of most statements it is true.
 */
export function suppress<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  base: number,
): Record<Key, Cell> {
  const keys = Object.keys(counts) as Key[]
  const figures = keys.map(key => counts[key])
  const ways = base < OPEN_BASE ? printed(figures, edge(base), keys.findIndex(isPresumed)) : []
  const cell = (way: Way | undefined, forms: number): Cell =>
    way === undefined || way === 'shown' ? { kind: 'shown', forms } : cells[way]
  return Object.fromEntries(keys.map((key, n) => [key, cell(ways[n], counts[key])])) as Record<Key, Cell>
}

/**
 * The cells of topics, of which every form names some or none: they add up to `most` at the highest. Where those that are shown
 * and the least of the bands reach it already, every band would have one value, and all of them are suppressed.
 */
export function suppressTopics<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  base: number,
  most: number,
): Record<Key, Cell> {
  const named = Object.entries<number>(counts).map(([key, forms]) => [key, band(forms, base)] as const)
  const least = named.reduce((sum, [, cell]) => sum + rangeOf(cell, base).least, 0)
  const isTold = base < OPEN_BASE && least >= most
  return Object.fromEntries(named.map(([key, cell]) => [key, isTold ? cells.hidden : cell])) as Record<
    Key,
    Cell
  >
}

/** Whole numbers from the least to the most. */
export interface Range {
  readonly least: number
  readonly most: number
}

/** What a cell of a base says by itself. */
export function rangeOf(cell: Cell, base: number): Range {
  if (cell.kind === 'shown') return { least: cell.forms, most: cell.forms }
  if (cell.kind === 'suppressed') return { least: 0, most: base }
  return cell.band === 'all or nearly all'
    ? { least: base - edge(base), most: base }
    : { least: 0, most: edge(base) }
}

const isPresumed = (key: string): boolean => key === 'no-answer'

/** A tenth of the base, but never less than one form: a band of one value would be no band. */
const edge = (base: number): number => Math.max(1, Math.floor(base / 10))
