// Single facts about this database: its epoch, its starts, its demonstration's ward.

import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** A mark's value; undefined while nobody has set it. */
export const readMark = async (db: Database, name: string): Promise<string | undefined> =>
  (await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst())?.value

/** Sets a mark, whatever it was. */
export async function setMark(db: Database, name: string, value: string): Promise<void> {
  await db
    .insertInto('marks')
    .values({ name, value })
    .onConflict(at => at.column('name').doUpdateSet({ value }))
    .execute()
}

/** Sets a mark that still is what it was. */
export async function changeMark(db: Database, name: string, was: string, value: string): Promise<void> {
  await db.updateTable('marks').set({ value }).where('name', '=', name).where('value', '=', was).execute()
}

/** Sets a mark that nobody has set yet; false when somebody has. Within a transaction, whoever comes second waits for the first. */
export async function firstMark(db: Database, name: string, value: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('marks')
    .values({ name, value })
    .onConflict(at => at.column('name').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Adds one to a mark that is a number, and what it then is; its first value is 1. */
export async function countMark(db: Database, name: string): Promise<number> {
  const { value } = await db
    .insertInto('marks')
    .values({ name, value: '1' })
    .onConflict(at =>
      at.column('name').doUpdateSet({ value: sql<string>`cast(cast(marks.value as integer) + 1 as text)` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return Number(value)
}
