// The wordings that a service has switched on, each with its ground, and how Welcome opens on a ward.

import type { Kysely } from 'kysely'

/** Adds the table `wordings`, and to `wards` a column that is null until somebody settles it. */
export async function wordings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('wordings')
    .addColumn('organisation', 'text', c => c.notNull())
    .addColumn('service', 'text', c => c.notNull())
    .addColumn('wording', 'text', c => c.notNull())
    .addColumn('ground', 'text', c => c.notNull())
    .addColumn('reference', 'text', c => c.notNull())
    .addColumn('on_day', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('wordings_primary', ['organisation', 'service', 'wording'])
    .addForeignKeyConstraint('wordings_service', ['organisation', 'service'], 'services', [
      'organisation',
      'id',
    ])
    .execute()
  await db.schema.alterTable('wards').addColumn('opening', 'text').execute()
}
