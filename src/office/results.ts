// What an office may ask of releases together, and its replies, parsed where they come in.

import * as v from 'valibot'
import { doors } from '../protocol/doors.ts'
import type { ResultsOf, ResultsReply } from '../protocol/results.ts'
import { day } from '../protocol/tablet.ts'
import type { History } from '../results/history.ts'
import type { Rolled, RollUp } from '../results/rollup.ts'
import { columns } from '../results/tabulate.ts'
import { addresses, ask, parse } from './http.ts'
import type { Outcome } from './outcome.ts'

/** What releases say together and over time. */
export interface Results {
  /** Of the organisation, which needs no id, of a service or of a ward. */
  of(what: ResultsOf, id?: string): Promise<Outcome<ResultsReply>>
}

/** Results over HTTP, from the server at `base`. */
export const resultsRequests = (base: string): Results => ({
  of: (what, id = '') => ask(addresses(base)(pathOf[what], id), 'GET', parse(resultsReply)),
})

const pathOf: Readonly<Record<ResultsOf, string>> = {
  organisation: doors.results,
  service: doors.serviceResults,
  ward: doors.wardResults,
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const instrument = v.object({ id: v.string(), version: v.string() })

const rolled: v.GenericSchema<unknown, Rolled> = v.variant('kind', [
  v.object({ kind: v.literal('shown'), forms: count }),
  v.object({ kind: v.literal('between'), least: count, most: count }),
])

const sums = {
  base: count,
  items: v.array(
    v.object({
      id: v.string(),
      cells: v.object({
        'not-at-all': rolled,
        sometimes: rolled,
        'all-the-time': rolled,
        skipped: v.exactOptional(rolled),
        unreached: v.exactOptional(rolled),
        'no-answer': v.exactOptional(rolled),
      }),
    }),
  ),
  topics: v.array(v.object({ id: v.string(), cell: rolled })),
}

const rollUp: v.GenericSchema<unknown, RollUp> = v.object({
  instrument,
  releases: count,
  first: day,
  last: day,
  columns: v.array(v.picklist([...columns, 'no-answer'])),
  ...sums,
  breakdowns: v.array(
    v.object({
      by: v.picklist(['supporter', 'wording', 'aloud']),
      parts: v.array(v.object({ is: v.string(), ...sums })),
    }),
  ),
})

const told = v.array(v.union([count, v.picklist(['banded', 'suppressed']), v.null()]))

const history: v.GenericSchema<unknown, History> = v.object({
  instrument,
  days: v.array(
    v.variant('is', [
      v.object({ day, is: v.literal('released'), releases: count, base: count }),
      v.object({ day, is: v.picklist(['not enough', 'held']) }),
    ]),
  ),
  series: v.array(
    v.object({
      id: v.string(),
      told: v.object({ 'not-at-all': told, sometimes: told, 'all-the-time': told }),
    }),
  ),
  sums: v.array(v.object({ year: v.nullable(v.string()), sum: rollUp })),
})

/** The results of a place. */
export const resultsReply: v.GenericSchema<unknown, ResultsReply> = v.object({
  of: v.picklist(['organisation', 'service', 'ward']),
  name: v.string(),
  services: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      wards: v.array(v.object({ id: v.string(), name: v.string(), releases: count, last: v.nullable(day) })),
    }),
  ),
  together: v.array(v.string()),
  releases: v.array(v.object({ id: v.string(), day })),
  histories: v.array(history),
})
