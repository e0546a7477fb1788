// What the database knows of what stands in the ledger.

import type { Database } from '../database/database.ts'

/** Every count that was published and every form that was taken back. */
export async function written(db: Database) {
  const counts = await db
    .selectFrom('counts')
    .select(['due', 'release'])
    .where('release', 'is not', null)
    .execute()
  const withdrawals = await db.selectFrom('withdrawals').select(['organisation', 'slip']).execute()
  return { counts: counts.map(({ due, release }) => ({ due, release: release ?? '' })), withdrawals }
}

/** Whether an organisation has a box: one that was made after the backup is not there. */
export const hasBox = async (db: Database, at: { organisation: string; box: string }): Promise<boolean> =>
  (await db
    .selectFrom('boxes')
    .select('id')
    .where('organisation', '=', at.organisation)
    .where('id', '=', at.box)
    .executeTakeFirst()) !== undefined
