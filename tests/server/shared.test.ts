// What the server asks is SQL that both engines share, word for word: what differs stands in two files. And each question names
// whose rows it is about, so that a distributed database finds them in one place.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { dayOfSql } from './walk.ts'

let cluster: Postgres
let small: string[]
let large: string[]
beforeAll(async () => {
  cluster = await startPostgres()
  small = await dayOfSql(() => undefined)
  large = await dayOfSql(() => cluster.database())
}, 300_000)
afterAll(() => cluster.stop())

const but = (some: readonly string[], others: readonly string[]) => some.filter(one => !others.includes(one))

/** What an engine alone is asked: how deleted bytes go (database/erase.ts), and how it waits (database/engine.ts). */
const own = {
  SQLite: ['pragma busy_timeout = 10000', 'pragma busy_timeout = 2000', 'pragma wal_checkpoint(truncate)'],
  PostgreSQL: [
    'cluster "envelopes" using "envelopes_primary"',
    'cluster "quarantine" using "quarantine_primary"',
    'cluster "voices" using "voices_primary"',
    'set local lock_timeout = 2000',
  ],
}

/** What belongs to no organisation: the list of them, tries by address, and what is so of the whole database. */
const nobodys =
  /^(delete from|update|select .* from) "(organisations|tries|marks)"(?!.*( join |"organisation"))/

const DAILY = "the day's work does it for all organisations in turn"
const LEDGER = 'the ledger, which is of all organisations, is compared with all that there is'

/** Questions that name no organisation, each with its reason. */
const exceptions: readonly [RegExp, string][] = [
  [
    / where ("\w+"\.)?"(token_)?hash" = \?/,
    'who holds a secret does not say whose it is: it is found by its hash',
  ],
  [/^delete from "\w+" where "until" <= \?$/, 'what is over goes for all organisations at once'],
  [/^select "boxes"\.\*, .* order by "boxes"\."organisation", "boxes"\."id"$/, DAILY],
  [/^select \* from "keys" order by "organisation", "id"$/, DAILY],
  [/^select "deliveries"\."organisation", .* limit \?$/, DAILY],
  [/^select "due", "release" from "counts" where "release" is not null$/, LEDGER],
  [/^select "id", "erased_on" from "boxes"$/, LEDGER],
  [/^select "organisation", "slip" from "withdrawals"$/, LEDGER],
]

describe('what the server asks', () => {
  it('is the same on both engines, but for what their two files say', () => {
    expect(small.length).toBeGreaterThan(150)
    expect(but(small, large)).toEqual(own.SQLite)
    expect(but(large, small)).toEqual(own.PostgreSQL)
  })

  it('names the organisation whose rows it is about, so that a database divided by it looks in one place', () => {
    const all = but(small, own.SQLite).filter(sql => !/^insert /.test(sql) && !nobodys.test(sql))
    const unnamed = all.filter(sql => !/"organisation" = \?|"organisations"\."id" = \?/.test(sql))
    expect(all.length).toBeGreaterThan(80)
    expect(unnamed.filter(sql => !exceptions.some(([is]) => is.test(sql)))).toEqual([])
    expect(exceptions.filter(([is]) => !unnamed.some(sql => is.test(sql)))).toEqual([])
  })
})
