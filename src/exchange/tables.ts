// The tables that leave as CSV: of releases, of their breakdowns, of roll-ups. A row a statement, and never one of a form.
//
// A cell that is banded or suppressed says so in words and has no number beside it. No row adds answers up into a score.

import type { Figure } from '../results/distribution.ts'
import { interval } from '../results/interval.ts'
import type { Release } from '../results/release.ts'
import type { Rolled, RollUp } from '../results/rollup.ts'
import type { Cell } from '../results/suppress.ts'
import { about, type Column, column, figures, headOf, type Line, type Table } from './columns.ts'
import type { Field } from './csv.ts'

/** A release with the names of what it is about. */
export interface Named {
  readonly id: string
  readonly organisation: string
  readonly service: string
  readonly wards: readonly string[]
  readonly release: Release
}

/** A roll-up with the name of what was added up: a service, an organisation, a ward over time. */
export interface NamedRollUp {
  readonly organisation: string
  readonly of: string
  readonly rollUp: RollUp
}

type Seen = Cell | Rolled

/** A statement with its cells. */
export interface Counted extends Line {
  readonly cells: Readonly<Partial<Record<Figure, Seen>>>
  readonly topic: Seen | undefined
}
/** A row of a release. */
export interface ReleaseLine extends Counted {
  readonly named: Named
}
/** Of which forms a row is; both empty where it is of all. */
export interface Apart {
  readonly by: string
  readonly part: string
}
/** A row of a roll-up. */
export interface RollUpLine extends Counted, Apart {
  readonly named: NamedRollUp
}

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
  return count === undefined ? undefined : Math.round(interval(count, base)[end] * 1000) / 10
}

const KINDS = {
  release: 'shown, none or nearly none, all or nearly all, suppressed, not told apart',
  rollup: 'shown, between, not told apart',
}
const SHARE = '0 to 100, one decimal; empty unless shown'

/** The columns of every figure; only those of a roll-up have the two ends of what is between. */
const counted = (of: keyof typeof KINDS): readonly Column<Counted>[] =>
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

const whose: readonly Column<ReleaseLine>[] = [
  column('organisation', 'the organisation', 'text', ({ named }) => named.organisation),
  column('service', 'the service', 'text', ({ named }) => named.service),
  column('wards', 'the wards that were counted together', 'text, joined by " + "', ({ named }) =>
    named.wards.join(' + '),
  ),
  column('release', 'the release', 'text', ({ named }) => named.id),
  column(
    'due',
    'the day of its count, fixed beforehand',
    'day: 2026-03-01',
    ({ named }) => named.release.due,
  ),
]

const apart: readonly Column<Apart>[] = [
  column('by', 'how the forms are told apart', 'supporter, wording, aloud', ({ by }) => by || undefined),
  column('part', 'which of them these are', 'text', ({ part }) => part || undefined),
]

const added: readonly Column<RollUpLine>[] = [
  column('organisation', 'the organisation', 'text', ({ named }) => named.organisation),
  column('of', 'whose releases were added up', 'text', ({ named }) => named.of),
  column('releases', 'how many releases', 'whole number', ({ named }) => named.rollUp.releases),
  column('first', 'the earliest of their days', 'day: 2026-03-01', ({ named }) => named.rollUp.first),
  column('last', 'the latest of their days', 'day: 2026-03-01', ({ named }) => named.rollUp.last),
]

/** Releases: a row a release and statement. */
export const releaseTable: Table<ReleaseLine> = {
  file: 'releases',
  columns: [...whose, ...about, ...counted('release')],
}

/** Breakdowns of releases: a row a release, part and statement. Their forms are those of the release again. */
export const breakdownTable: Table<ReleaseLine & Apart> = {
  file: 'breakdowns',
  columns: [...whose, ...apart, ...about, ...counted('release')],
}

/** Roll-ups and their breakdowns: a row a roll-up, part and statement; without a part it is of all its forms. */
export const rollUpTable: Table<RollUpLine> = {
  file: 'rollups',
  columns: [...added, ...apart, ...about, ...counted('rollup')],
}

/** Every table that leaves as CSV. */
export const tables = [releaseTable, breakdownTable, rollUpTable] as const
