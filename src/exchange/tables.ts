// The tables that leave as CSV: of releases, of their breakdowns, of roll-ups. A row a statement, and never one of a form.
// No row adds answers up into a score.

import type { Release } from '../results/release.ts'
import type { RollUp } from '../results/rollup.ts'
import { about, type Column, column, type Table } from './columns.ts'
import { type Counted, counted } from './figures.ts'

/**
 * A release with the names of what it is about. One that is held goes into no export until it is let go: that is for the
 * caller to know. `demonstration`: its forms are made up.
 */
export interface Named {
  readonly id: string
  readonly demonstration: boolean
  readonly organisation: string
  readonly service: string
  readonly wards: readonly string[]
  readonly release: Release
}

/** A roll-up with the name of what was added up: a service, an organisation, a ward over time. */
export interface NamedRollUp {
  readonly demonstration: boolean
  readonly organisation: string
  readonly of: string
  readonly rollUp: RollUp
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

const madeUp = column<{ readonly named: { readonly demonstration: boolean } }>(
  'demonstration',
  'whether these forms are made up, to try the office out',
  'yes, no',
  ({ named }) => (named.demonstration ? 'yes' : 'no'),
)

const whose: readonly Column<ReleaseLine>[] = [
  madeUp,
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
  madeUp,
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
