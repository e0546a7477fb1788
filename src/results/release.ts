// A release: the frozen figures of one count, and all that is kept of it.

import type { Choice, Instrument } from '../instrument/instrument.ts'
import { band, type Cell, OPEN_BASE, suppress } from './suppress.ts'
import { type Column, columns, type Totals } from './tabulate.ts'

/** A column as it is published: in a small release, *skipped* and *unreached* are one. */
export type Figure = Column | 'no-answer'

/** A statement's figures by the columns of its release. */
export type Cells = Readonly<Record<Choice, Cell>> & Readonly<Partial<Record<Exclude<Figure, Choice>, Cell>>>

/** What one count publishes. `due` is the day fixed beforehand; `base` the forms behind every statement. */
export interface Release {
  readonly v: 1
  readonly instrument: { readonly id: string; readonly version: string }
  readonly due: string
  readonly base: number
  /** Which columns every statement has; their figures add up to the base. */
  readonly columns: readonly Figure[]
  readonly items: readonly { readonly id: string; readonly cells: Cells }[]
  readonly topics: readonly { readonly id: string; readonly cell: Cell }[]
}

/** No service may set a threshold under this. */
export const LEAST_THRESHOLD = 8
export const USUAL_THRESHOLD = 10

/** The columns while figures are banded. */
export const fewColumns: readonly Figure[] = ['not-at-all', 'sometimes', 'all-the-time', 'no-answer']

/** Whether there are enough forms to be published. Those on paper are heard with the others, but they hide nobody. */
export const isEnough = ({ base, paper }: Pick<Totals, 'base' | 'paper'>, threshold: number): boolean =>
  base - paper >= Math.max(threshold, LEAST_THRESHOLD)

/** The release of a box's totals; undefined while there are not enough of them. */
export function release(
  instrument: Instrument,
  totals: Totals,
  due: string,
  threshold: number,
): Release | undefined {
  const { base } = totals
  if (!isEnough(totals, threshold)) return undefined
  const published = base < OPEN_BASE ? fewColumns : columns
  return {
    v: 1,
    instrument: { id: instrument.id, version: instrument.version },
    due,
    base,
    columns: published,
    items: Object.entries(totals.items).map(([id, counts]) => ({
      id,
      cells: suppress(figures(counts, published), base),
    })),
    topics: Object.entries(totals.topics).map(([id, forms]) => ({ id, cell: band(forms, base) })),
  }
}

// Whoever stopped stays stopped: *unreached* never falls from a statement to the next, so that those of one statement
// would bound what is hidden of another. Together with *skipped*, which rises and falls, it says nothing of its neighbours.
const figures = (counts: Readonly<Record<Column, number>>, published: readonly Figure[]) =>
  Object.fromEntries(
    published.map(one => [one, one === 'no-answer' ? counts.skipped + counts.unreached : counts[one]]),
  ) as Record<Figure, number>
