// What keeps a shared tablet safe: slips, tallies, roles, releases that are held, paper, and what is told about a ward.
// Every new column of an old table is null in its old rows: whoever reads it knows what null stands for.

import { type Kysely, sql } from 'kysely'
import type { Engine } from '../database/engine.ts'

/** Adds the tables `withdrawals` and `tallies`, and columns to those there are. */
export async function safe(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const [table, column, type] of columns)
    await db.schema.alterTable(table).addColumn(column, type).execute()
  await db.schema
    .createTable('withdrawals')
    .addColumn('organisation', 'text', c => c.notNull())
    .addColumn('slip', 'text', c => c.notNull())
    .addColumn('box', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('on_day', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('withdrawals_primary', ['organisation', 'slip'])
    .addForeignKeyConstraint('withdrawals_box', ['organisation', 'box'], 'boxes', ['organisation', 'id'])
    // The order in which people asked would tell whose slip came after whose.
    .modifyEnd(sql.raw(engine.unordered))
    .execute()
  await numbers
    .reduce(
      (made, column) => made.addColumn(column, 'integer', c => c.notNull()),
      db.schema
        .createTable('tallies')
        .addColumn('organisation', 'text', c => c.notNull())
        .addColumn('tablet', 'text', c => c.notNull())
        .addColumn('anew_on', 'text'),
    )
    .addPrimaryKeyConstraint('tallies_primary', ['organisation', 'tablet'])
    .addForeignKeyConstraint('tallies_tablet', ['organisation', 'tablet'], 'tablets', ['organisation', 'id'])
    .execute()
  for (const table of ['envelopes', 'spent', 'quarantine'])
    await db.schema.createIndex(`${table}_by_slip`).on(table).columns(['organisation', 'slip']).execute()
}

const columns = [
  ['wards', 'idle', 'integer'],
  ['wards', 'beds', 'integer'],
  ['wards', 'return_to', 'text'],
  ['sessions', 'role', 'text'],
  ['sign_ins', 'role', 'text'],
  ['releases', 'held', 'text'],
  ['releases', 'held_on', 'text'],
  ['envelopes', 'slip', 'text'],
  ['envelopes', 'paper', 'integer'],
  ['spent', 'slip', 'text'],
  ['quarantine', 'slip', 'text'],
  ['tablets', 'stored', 'integer'],
] as const

const numbers = ['sealed', 'sent', 'withdrawn', 'erased', 'waiting', 'set_aside'] as const
