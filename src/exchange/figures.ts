// The columns of what is counted of a statement: how each figure may be seen, its forms, and its interval.
//
// A cell that is banded or suppressed says so in words and has no number beside it.

import type { Figure } from '../results/distribution.ts'
import { percents } from '../results/interval.ts'
import type { Rolled } from '../results/rollup.ts'
import type { Cell } from '../results/suppress.ts'
import { type Column, column, type Line } from './columns.ts'
import type { Field } from './csv.ts'

/** A cell of a release or of a roll-up. */
export type Seen = Cell | Rolled

/** A statement with its cells. */
export interface Counted extends Line {
  readonly cells: Readonly<Partial<Record<Figure, Seen>>>
  readonly topic: Seen | undefined
}

/** Figures by statement, as a release, a roll-up and their parts have them. */
export interface Figured {
  readonly base: number
  readonly items: readonly { readonly id: string; readonly cells: Counted['cells'] }[]
  readonly topics: readonly { readonly id: string; readonly cell: Seen }[]
}

/** What is counted of a statement, in the order of the columns: five of its answers, two together, and the wish to talk. */
export const figures: readonly { readonly id: Figure | 'topic'; readonly means: string }[] = [
  { id: 'not-at-all', means: 'forms that said Not at all' },
  { id: 'sometimes', means: 'forms that said Sometimes' },
  { id: 'all-the-time', means: 'forms that said All the time' },
  { id: 'skipped', means: 'forms that skipped it' },
  { id: 'unreached', means: 'forms that stopped before it' },
  { id: 'no-answer', means: 'forms that skipped it or stopped before it, where the two are one' },
  { id: 'topic', means: 'forms that named it as one of up to three to be talked about' },
]

/** A figure's name at the head of its columns. */
const headOf = (figure: Figure | 'topic'): string => figure.replaceAll('-', '_')

const seen = ({ cells, topic }: Counted, id: Figure | 'topic'): Seen | undefined =>
  id === 'topic' ? topic : cells[id]

const says = (cell: Seen | undefined): string => {
  if (cell === undefined) return 'not told apart'
  return cell.kind === 'banded' ? cell.band : cell.kind
}

const forms = (cell: Seen | undefined): number | undefined =>
  cell?.kind === 'shown' ? cell.forms : undefined

/** Shares of a shown cell's interval in 100, with one decimal. */
function bound(cell: Seen | undefined, base: number, end: 'from' | 'to'): Field {
  const count = forms(cell)
  return count === undefined ? undefined : percents(count, base)[end]
}

const KINDS = {
  release: 'shown, none or nearly none, all or nearly all, suppressed, not told apart',
  rollup: 'shown, between, not told apart',
}
const SHARE = '0 to 100, one decimal; empty unless shown'

/** The columns of every figure; only those of a roll-up have the two ends of what is between. */
export const counted = (of: keyof typeof KINDS): readonly Column<Counted>[] =>
  figures.flatMap(({ id, means }) => {
    const name = headOf(id)
    const at = (row: Counted) => seen(row, id)
    const end = (row: Counted, which: 'least' | 'most') => {
      const cell = at(row)
      return cell?.kind === 'between' ? cell[which] : undefined
    }
    const ends: Column<Counted>[] = [
      column(`${name}_least`, `at least so many ${means}`, 'whole number; only between', row =>
        end(row, 'least'),
      ),
      column(`${name}_most`, `at most so many ${means}`, 'whole number; only between', row =>
        end(row, 'most'),
      ),
    ]
    return [
      column(`${name}_kind`, `how ${means} may be seen`, KINDS[of], row => says(at(row))),
      column(`${name}_forms`, means, 'whole number; empty unless shown', row => forms(at(row))),
      ...(of === 'rollup' ? ends : []),
      column(`${name}_from`, `Wilson 95 % interval of ${means}, from`, SHARE, row =>
        bound(at(row), row.base, 'from'),
      ),
      column(`${name}_to`, `Wilson 95 % interval of ${means}, to`, SHARE, row =>
        bound(at(row), row.base, 'to'),
      ),
    ]
  })
