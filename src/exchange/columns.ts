// The columns of what leaves as CSV, defined once: the writer and the data dictionary are both made of them.

import type { Group, Instrument, Item } from '../instrument/instrument.ts'
import { shipped } from '../instrument/instruments.ts'
import type { Release } from '../results/release.ts'
import type { Field } from './csv.ts'

/** One column: its name, what it means, which values it can have, and where a row has it. */
export interface Column<Row> {
  readonly name: string
  readonly means: string
  readonly values: string
  cell(row: Row): Field
}

/** A table of its own file. */
export interface Table<Row> {
  readonly file: 'releases' | 'breakdowns' | 'rollups'
  readonly columns: readonly Column<Row>[]
}

/** Statements and their groups as they were printed in the version that was answered. */
export interface Asked {
  readonly instrument: Instrument
  readonly item: Item
  readonly group: Group | undefined
}

/** What stands at the left of every row: which statement, of how many forms. */
export interface Line {
  readonly asked: Asked
  readonly base: number
}

/** The instrument of a release. Throws RangeError for one that this version never shipped. */
export function instrumentOf({ id, version }: Release['instrument']): Instrument {
  const found = shipped.find(one => one.id === id && one.version === version)
  if (!found) throw new RangeError(`no instrument ${id} ${version}`)
  return found
}

/** A statement with its group. Throws RangeError for one that the instrument does not have. */
export function askedOf(instrument: Instrument, id: string): Asked {
  const item = instrument.items.find(one => one.id === id)
  if (!item) throw new RangeError(`no statement ${id}`)
  return { instrument, item, group: instrument.groups.find(({ items }) => items.includes(id)) }
}

/** A column of a table. */
export const column = <Row>(
  name: string,
  means: string,
  values: string,
  cell: (row: Row) => Field,
): Column<Row> => ({ name, means, values, cell })

/** Which statement, of how many forms. */
export const about: readonly Column<Line>[] = [
  column('instrument', 'what was asked', 'code', ({ asked }) => asked.instrument.id),
  column('instrument_version', 'its version', 'text', ({ asked }) => asked.instrument.version),
  column('group', "the booklet's group of the statement", 'code', ({ asked }) => asked.group?.id),
  column('group_words', 'its printed words', 'text', ({ asked }) => asked.group?.label),
  column('item', 'the statement', 'code: eval-01 to eval-23', ({ asked }) => asked.item.id),
  column('item_words', 'its printed words, under the stem', 'text', ({ asked }) => asked.item.text),
  column('base', 'the forms behind every figure of this row', 'whole number', ({ base }) => base),
]
