// The figures of some forms as they may be seen: every statement's and every topic's. Releases and their parts are made of it.

import { MOST_TOPICS } from '../form/form.ts'
import type { Choice } from '../instrument/instrument.ts'
import { type Cell, OPEN_BASE, suppress, suppressTopics } from './suppress.ts'
import { type Column, columns, type Sums } from './tabulate.ts'

/** A column as it is published: in a small release, *skipped* and *unreached* are one. */
export type Figure = Column | 'no-answer'

/** A statement's figures by the columns of its release. */
export type Cells = Readonly<Record<Choice, Cell>> & Readonly<Partial<Record<Exclude<Figure, Choice>, Cell>>>

/** The columns while figures are banded. */
export const fewColumns: readonly Figure[] = ['not-at-all', 'sometimes', 'all-the-time', 'no-answer']

/** What is published of the forms of a base; the columns of every statement add up to it. */
export interface Distribution {
  readonly base: number
  readonly columns: readonly Figure[]
  readonly items: readonly { readonly id: string; readonly cells: Cells }[]
  readonly topics: readonly { readonly id: string; readonly cell: Cell }[]
}

/** What may be seen of sums. The threshold is the caller's: whoever publishes has looked whether there are enough. */
export function distribution({ base, items, topics }: Sums): Distribution {
  const published = base < OPEN_BASE ? fewColumns : columns
  const cells = suppressTopics(topics, base, MOST_TOPICS * base)
  return {
    base,
    columns: published,
    items: Object.entries(items).map(([id, counts]) => ({
      id,
      cells: suppress(figures(counts, published), base),
    })),
    topics: Object.entries(cells).map(([id, cell]) => ({ id, cell })),
  }
}

// Whoever stopped stays stopped: *unreached* never falls from a statement to the next, so that those of one statement
// would bound what is hidden of another. Together with *skipped*, which rises and falls, it says nothing of its neighbours.
const figures = (counts: Readonly<Record<Column, number>>, published: readonly Figure[]) =>
  Object.fromEntries(
    published.map(one => [one, one === 'no-answer' ? counts.skipped + counts.unreached : counts[one]]),
  ) as Record<Figure, number>
