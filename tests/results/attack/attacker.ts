// The attacker: takes everything that is published about an organisation, and works out what it can.

import { solve } from './algebra.ts'
import type { Relation } from './bounds.ts'
import type { Told } from './told.ts'
import { workedOutRows, workedOutTopics } from './values.ts'

/** What came of an attack. */
export interface Found {
  /** Bases under the threshold of groups that were worked out. */
  readonly small: readonly number[]
  /** Hidden cells that have one value left. */
  readonly cells: readonly string[]
  /** Those of a reader who presumes that everybody answered every statement. */
  readonly presumed: readonly string[]
  /** How often a roll-up or a part told more of a release than the release does. */
  readonly narrowed: number
  readonly tables: number
  readonly equations: number
  readonly hidden: number
  readonly groups: number
  /** Whether the search for groups left nothing out. */
  readonly whole: boolean
}

/** Attacks one organisation. */
export function attack(told: readonly Told[], threshold: number): Found {
  const { groups, equations, whole } = solve(told)
  const relations = relate(told)
  const statements = [...(told[0]?.rows ?? []).keys()]
  const open = (all: Told['topics']) => all.filter(({ least, most }) => least < most).length
  const rows = statements.map(row => workedOutRows(told, relations, row, false))
  const presumed = statements.map(row => workedOutRows(told, relations, row, true))
  const topics = workedOutTopics(told, relations)
  return {
    small: groups.map(({ base }) => base).filter(base => base < threshold),
    cells: [...rows, topics].flatMap(one => one.cells),
    presumed: presumed.flatMap(one => one.cells),
    narrowed: [...rows, topics].reduce((sum, one) => sum + one.narrowed, 0),
    tables: told.length,
    equations: equations + relations.length * (statements.length * 4 + statements.length),
    hidden: told.reduce((sum, one) => sum + open(one.topics) + open(one.rows.flat()), 0),
    groups: groups.length,
    whole,
  }
}

/** Which tables are made of which: a roll-up of releases, a release of the parts of one breakdown. */
function relate(told: readonly Told[]): Relation[] {
  const numbered = [...told.entries()]
  const releases = numbered.filter(([, { kind }]) => kind === 'release')
  const breakdowns = Map.groupBy(
    numbered.filter(([, { kind }]) => kind === 'part'),
    ([, { name }]) => name,
  )
  return [
    ...numbered.flatMap(([n, table]) => (table.kind === 'rollup' ? relation(n, table, releases) : [])),
    ...releases.flatMap(([n, table]) => [...breakdowns.values()].flatMap(parts => relation(n, table, parts))),
  ]
}

function relation(whole: number, table: Told, all: readonly (readonly [number, Told])[]): Relation[] {
  const parts = all.filter(([, { over }]) => over.size > 0 && over.isSubsetOf(table.over))
  if (parts.length === 0) return []
  const exact = parts.reduce((sum, [, { over }]) => sum + over.size, 0) === table.over.size
  return [{ whole, parts: parts.map(([n]) => n), exact }]
}
