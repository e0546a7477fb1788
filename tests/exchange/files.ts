// Whole files of releases, as the server writes them: the head, then the rows of one after the other.

import { breakdownRows, headOf, releaseRows, rollUpRows } from '../../src/exchange/releasecsv.ts'
import {
  breakdownTable,
  type Named,
  type NamedRollUp,
  releaseTable,
  rollUpTable,
} from '../../src/exchange/tables.ts'

/** Releases: a row a release and statement. */
export const releasesCsv = (all: readonly Named[]): string =>
  headOf(releaseTable) + all.map(releaseRows).join('')

/** Their breakdowns: a row a release, part and statement. */
export const breakdownsCsv = (all: readonly Named[]): string =>
  headOf(breakdownTable) + all.map(breakdownRows).join('')

/** Roll-ups: a row a roll-up and statement, then those of its parts. */
export const rollUpsCsv = (all: readonly NamedRollUp[]): string =>
  headOf(rollUpTable) + all.map(rollUpRows).join('')
