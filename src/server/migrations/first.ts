// The first tables: every one but the two that belong to nobody is keyed by its organisation first.

import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Engine } from '../database/engine.ts'

/** Makes the tables of database/schema.ts. */
export async function first(db: Kysely<unknown>, engine: Engine): Promise<void> {
  type Table = CreateTableBuilder<string, string>

  const table = (
    name: string,
    texts: string[],
    key: string[],
    more: (table: Table) => Table = same => same,
  ) =>
    more(
      texts
        .reduce(
          (made: Table, column) => made.addColumn(column, 'text', c => c.notNull()),
          db.schema.createTable(name),
        )
        .addPrimaryKeyConstraint(`${name}_primary`, key as never[]),
    ).execute()

  const belongs = (name: string, column: string, to: string) => (made: Table) =>
    made.addForeignKeyConstraint(`${name}_${column}`, ['organisation', column] as never[], to, [
      'organisation',
      'id',
    ] as never[])

  const number = (made: Table, column: string): Table => made.addColumn(column, 'integer', c => c.notNull())
  const bytes = (made: Table): Table => made.addColumn('bytes', engine.bytes as 'bytea', c => c.notNull())

  /** The order in which its rows came is not kept: it would tell whose form came after whose. */
  const unordered = (made: Table): Table => made.modifyEnd(sql.raw(engine.unordered))

  await table('organisations', ['id', 'name'], ['id'], made =>
    number(number(made, 'demonstration'), 'days_ahead'),
  )
  await table('services', ['organisation', 'id', 'name'], ['organisation', 'id'], made =>
    number(made, 'threshold').addForeignKeyConstraint(
      'services_organisation',
      ['organisation'] as never[],
      'organisations',
      ['id'],
    ),
  )
  await table(
    'boxes',
    ['organisation', 'id', 'service', 'next_count', 'as_of'],
    ['organisation', 'id'],
    made => belongs('boxes', 'service', 'services')(number(made, 'enough')),
  )
  await table(
    'wards',
    ['organisation', 'id', 'service', 'box', 'name', 'contacts'],
    ['organisation', 'id'],
    made => belongs('wards', 'box', 'boxes')(belongs('wards', 'service', 'services')(made)),
  )
  await table(
    'keys',
    ['organisation', 'id', 'service', 'public_key', 'state'],
    ['organisation', 'id'],
    made => belongs('keys', 'service', 'services')(made.addColumn('keep_until', 'text')),
  )
  await table(
    'codes',
    ['organisation', 'hash', 'ward', 'until'],
    ['organisation', 'hash'],
    belongs('codes', 'ward', 'wards'),
  )
  await table(
    'tablets',
    ['organisation', 'id', 'ward', 'name', 'token_hash', 'heard_on'],
    ['organisation', 'id'],
    made => belongs('tablets', 'ward', 'wards')(number(number(made, 'ended'), 'batches')),
  )
  await table('tablet_keys', ['organisation', 'tablet', 'key'], ['organisation', 'tablet', 'key'], made =>
    belongs(
      'tablet_keys',
      'key',
      'keys',
    )(belongs('tablet_keys', 'tablet', 'tablets')(made.addColumn('clear_since', 'text'))),
  )
  await table(
    'envelopes',
    ['organisation', 'id', 'box', 'key', 'digest', 'arrived_on'],
    ['organisation', 'id'],
    made => unordered(belongs('envelopes', 'box', 'boxes')(bytes(made))),
  )
  await table('spent', ['organisation', 'id', 'digest'], ['organisation', 'id'])
  await table(
    'quarantine',
    ['organisation', 'digest', 'problem', 'arrived_on'],
    ['organisation', 'digest'],
    made => unordered(bytes(made.addColumn('tablet', 'text'))),
  )
  await table('counts', ['organisation', 'box', 'due'], ['organisation', 'box', 'due'], made =>
    belongs('counts', 'box', 'boxes')(made.addColumn('release', 'text')),
  )
  await table('releases', ['organisation', 'id', 'box', 'due', 'body'], ['organisation', 'id'], made =>
    belongs('releases', 'box', 'boxes')(number(made, 'base')),
  )
  await table('sign_ins', ['organisation', 'hash', 'until'], ['organisation', 'hash'])
  await table('sessions', ['organisation', 'hash', 'until'], ['organisation', 'hash'])
  await table('audit', ['organisation', 'id', 'on_day', 'what', 'detail'], ['organisation', 'id'], unordered)
  await table('tries', ['who', 'hour'], ['who', 'hour'], made => number(made, 'tries'))
  await table('marks', ['name', 'value'], ['name'])

  const index = (name: string, on: string, columns: string[]) =>
    db.schema.createIndex(name).on(on).columns(columns).execute()
  await index('envelopes_by_box', 'envelopes', ['organisation', 'box', 'arrived_on'])
  await index('releases_by_box', 'releases', ['organisation', 'box', 'due'])
  await index('wards_by_box', 'wards', ['organisation', 'box'])
  await index('tablets_by_ward', 'tablets', ['organisation', 'ward'])
  // Who holds one of these does not yet say which organisation they belong to.
  await index('codes_by_hash', 'codes', ['hash'])
  await index('tablets_by_token', 'tablets', ['token_hash'])
  await index('sign_ins_by_hash', 'sign_ins', ['hash'])
  await index('sessions_by_hash', 'sessions', ['hash'])
}
