// Releases, breakdowns and roll-ups written as CSV, from what was published and from nothing else.
//
// Each file is written in parts: its head, then the rows of one release after the other, so that a long one is never whole
// in anybody's memory.

import { askedOf, instrumentOf, type Table } from './columns.ts'
import { csv, lines } from './csv.ts'
import type { Counted, Figured } from './figures.ts'
import { breakdownTable, type Named, type NamedRollUp, releaseTable, rollUpTable } from './tables.ts'

/** A file before its first row. */
export const headOf = <Row>({ columns }: Table<Row>): string => csv([columns.map(({ name }) => name)])

const rows = <Row>({ columns }: Table<Row>, all: readonly Row[]): string =>
  lines(all.map(row => columns.map(({ cell }) => cell(row))))

/** The rows of one release. Throws RangeError for an instrument that this version never shipped. */
export const releaseRows = (named: Named): string =>
  rows(
    releaseTable,
    counted(named.release, named.release).map(line => ({ ...line, named })),
  )

/** The rows of one release's breakdowns. Throws as `releaseRows` does. */
export const breakdownRows = (named: Named): string =>
  rows(
    breakdownTable,
    (named.release.breakdowns ?? []).flatMap(({ by, parts }) =>
      parts.flatMap(part =>
        counted(named.release, part).map(line => ({ ...line, named, by, part: part.is })),
      ),
    ),
  )

/** The rows of one roll-up: the whole, then its parts. Throws as `releaseRows` does. */
export function rollUpRows(named: NamedRollUp): string {
  const { rollUp } = named
  const whole = counted(rollUp, rollUp).map(line => ({ ...line, named, by: '', part: '' }))
  const parts = rollUp.breakdowns.flatMap(({ by, parts }) =>
    parts.flatMap(part => counted(rollUp, part).map(line => ({ ...line, named, by, part: part.is }))),
  )
  return rows(rollUpTable, [...whole, ...parts])
}

function counted(of: { readonly instrument: Named['release']['instrument'] }, all: Figured): Counted[] {
  const instrument = instrumentOf(of.instrument)
  return all.items.map(({ id, cells }) => ({
    asked: askedOf(instrument, id),
    base: all.base,
    cells,
    topic: all.topics.find(topic => topic.id === id)?.cell,
  }))
}
