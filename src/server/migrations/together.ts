// Wards counted together: which wards a box is of, for good; what its people were told; and what a release names.
// Every new column of an old table is null in its old rows: whoever reads it knows what null stands for.

import { type Kysely, sql } from 'kysely'

/** Adds the table `box_wards`, with the wards that each box has so far, and columns to those there are. */
export async function together(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('box_wards')
    .addColumn('organisation', 'text', c => c.notNull())
    .addColumn('box', 'text', c => c.notNull())
    .addColumn('ward', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('box_wards_primary', ['organisation', 'box', 'ward'])
    .addForeignKeyConstraint('box_wards_box', ['organisation', 'box'], 'boxes', ['organisation', 'id'])
    .addForeignKeyConstraint('box_wards_ward', ['organisation', 'ward'], 'wards', ['organisation', 'id'])
    .execute()
  await sql`insert into box_wards (organisation, box, ward) select organisation, box, id from wards`.execute(
    db,
  )
  await db.schema.createIndex('box_wards_by_ward').on('box_wards').columns(['organisation', 'ward']).execute()
  await db.schema.alterTable('boxes').addColumn('threshold_until', 'integer').execute()
  await db.schema.alterTable('boxes').addColumn('moved_from', 'text').execute()
  await db.schema.alterTable('releases').addColumn('wards', 'text').execute()
}
