// Releases, breakdowns and roll-ups written as CSV, from what was published and from nothing else.

import { askedOf, instrumentOf, type Table } from './columns.ts'
import { csv } from './csv.ts'
import type { Counted } from './figures.ts'
import { breakdownTable, type Named, type NamedRollUp, releaseTable, rollUpTable } from './tables.ts'

/** Releases: a row a release and statement. Throws RangeError for an instrument that this version never shipped. */
export const releasesCsv = (all: readonly Named[]): string =>
  written(
    releaseTable,
    all.flatMap(named => lines(named.release, named.release).map(line => ({ ...line, named }))),
  )

/** Their breakdowns: a row a release, part and statement. Throws as `releasesCsv` does. */
export const breakdownsCsv = (all: readonly Named[]): string =>
  written(
    breakdownTable,
    all.flatMap(named =>
      (named.release.breakdowns ?? []).flatMap(({ by, parts }) =>
        parts.flatMap(part =>
          lines(named.release, part).map(line => ({ ...line, named, by, part: part.is })),
        ),
      ),
    ),
  )

/** Roll-ups: a row a roll-up and statement, then those of its parts. Throws as `releasesCsv` does. */
export const rollUpsCsv = (all: readonly NamedRollUp[]): string =>
  written(
    rollUpTable,
    all.flatMap(named => {
      const { rollUp } = named
      const whole = lines(rollUp, rollUp).map(line => ({ ...line, named, by: '', part: '' }))
      const parts = rollUp.breakdowns.flatMap(({ by, parts }) =>
        parts.flatMap(part => lines(rollUp, part).map(line => ({ ...line, named, by, part: part.is }))),
      )
      return [...whole, ...parts]
    }),
  )

const written = <Row>({ columns }: Table<Row>, rows: readonly Row[]): string =>
  csv([columns.map(({ name }) => name), ...rows.map(row => columns.map(({ cell }) => cell(row)))])

/** Figures by statement, as a release, a roll-up and their parts have them. */
interface Figured {
  readonly base: number
  readonly items: readonly { readonly id: string; readonly cells: Counted['cells'] }[]
  readonly topics: readonly { readonly id: string; readonly cell: NonNullable<Counted['topic']> }[]
}

function lines(of: { readonly instrument: Named['release']['instrument'] }, all: Figured): Counted[] {
  const instrument = instrumentOf(of.instrument)
  return all.items.map(({ id, cells }) => ({
    asked: askedOf(instrument, id),
    base: all.base,
    cells,
    topic: all.topics.find(topic => topic.id === id)?.cell,
  }))
}
