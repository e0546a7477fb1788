// Every key leads with the organisation, so that a distributed PostgreSQL can divide every table by it: read from the databases
// themselves, as the migrations made them.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/server/database/database.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'

/** A primary key, a foreign key, a unique constraint or an index, by the columns that it is of, in their order. */
interface Key {
  readonly table: string
  readonly columns: readonly string[]
}

const onSqlite = sql<{ table: string; columns: string }>`
  select tables.name as "table", group_concat(columns.name, ' ') as columns
  from sqlite_master as tables, pragma_index_list(tables.name) as indexes, pragma_index_info(indexes.name) as columns
  where tables.type = 'table' group by tables.name, indexes.name
  union all
  select tables.name, group_concat(keys."from", ' ')
  from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys
  where tables.type = 'table' group by tables.name, keys.id`

const onPostgres = sql<{ table: string; columns: string }>`
  select tables.relname as "table", string_agg(columns.attname, ' ' order by place.n) as columns
  from (
    select oid as is, indrelid as of, key.column, key.n
    from pg_index join pg_class on oid = indexrelid, unnest(indkey) with ordinality as key ("column", n)
    union all
    select oid, conrelid, key.column, key.n
    from pg_constraint, unnest(conkey) with ordinality as key ("column", n) where contype in ('f', 'u', 'p')
  ) as place
  join pg_class as tables on tables.oid = place.of
  join pg_attribute as columns on columns.attrelid = place.of and columns.attnum = place.column
  where tables.relnamespace = 'public'::regnamespace group by tables.relname, place.is`

/** Tables of no organisation, each with its reason. */
const nobodys: Readonly<Record<string, string>> = {
  organisations: 'the list of them',
  tries: 'by address and hour: whoever tries has not said yet whose they are',
  marks: 'facts about the whole database',
  people: "better-auth's",
  visits: "better-auth's",
  ways_in: "better-auth's",
  proofs: "better-auth's",
  second_factors: "better-auth's",
  passkeys: "better-auth's",
  kysely_migration: "the migrator's",
  kysely_migration_lock: "the migrator's",
}

const SECRET = 'whoever holds one does not yet say whose they are'
const ONCE = 'somebody who signs in belongs to one organisation, and does not say to which'

/** Other keys that lead with something else, each with its reason. */
const others: Readonly<Record<string, string>> = {
  'codes: hash': SECRET,
  'sign_ins: hash': SECRET,
  'sessions: hash': SECRET,
  'tablets: token_hash': SECRET,
  'invitations: hash': SECRET,
  'members: person': ONCE,
}

describe.each(['SQLite', 'PostgreSQL'])('every key, on %s', engine => {
  const folder = mkdtempSync(join(tmpdir(), 'ev-keys-'))
  let cluster: Postgres | undefined
  let db: Database
  let keys: Key[]
  beforeAll(async () => {
    if (engine === 'PostgreSQL') cluster = await startPostgres()
    db = await openDatabase({ url: cluster?.database(), folder })
    const { rows } = await (cluster ? onPostgres : onSqlite).execute(db)
    keys = rows.map(({ table, columns }) => ({ table, columns: columns.split(' ') }))
  }, 60_000)
  afterAll(async () => {
    await db.destroy()
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('leads with the organisation, but for those that are named here with their reasons', () => {
    const found = keys
      .filter(({ table, columns }) => !(table in nobodys) && columns[0] !== 'organisation')
      .map(({ table, columns }) => `${table}: ${columns.join(' ')}`)
    expect([...new Set(found)].sort()).toEqual(Object.keys(others).sort())
  })

  it('is there for every table, so that no table was overlooked', async () => {
    const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(one => one.name)
    const keyed = new Set(keys.map(({ table }) => table))
    expect(tables.length).toBeGreaterThan(35)
    expect(tables.filter(table => !keyed.has(table))).toEqual([])
    expect(Object.keys(nobodys).filter(table => !tables.includes(table))).toEqual([])
  })
})
