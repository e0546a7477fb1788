// What the database knows of what stands in the ledger.

import type { Database } from '../database/database.ts'
import { boxIsOf } from './together.ts'

/** Every box with its last erasure, every count that was published and every form that was taken back. */
export async function written(db: Database) {
  const counts = await db
    .selectFrom('counts')
    .select(['due', 'release'])
    .where('release', 'is not', null)
    .execute()
  const withdrawals = await db.selectFrom('withdrawals').select(['organisation', 'slip']).execute()
  const boxes = await db.selectFrom('boxes').select(['id', 'erased_on']).execute()
  return {
    erased: new Map(boxes.map(({ id, erased_on }) => [id, erased_on ?? ''])),
    boxes: boxes.map(({ id }) => id),
    counts: counts.map(({ due, release }) => ({ due, release: release ?? '' })),
    withdrawals,
  }
}

/** Whether an organisation has a box: one that was made after the backup is not there. */
export const hasBox = async (db: Database, at: { organisation: string; box: string }): Promise<boolean> =>
  (await db
    .selectFrom('boxes')
    .select('id')
    .where('organisation', '=', at.organisation)
    .where('id', '=', at.box)
    .executeTakeFirst()) !== undefined

/** Puts a box back with its wards, to be counted next on a day; not where its service or one of them is not here. */
export async function boxBack(
  db: Database,
  {
    organisation,
    box,
    service,
    wards,
  }: { organisation: string; box: string; service: string; wards: readonly string[] },
  days: { readonly next_count: string; readonly as_of: string },
): Promise<void> {
  const here = await db
    .selectFrom('wards')
    .select('id')
    .where('organisation', '=', organisation)
    .where('service', '=', service)
    .where('id', 'in', wards.length > 0 ? wards : [''])
    .execute()
  if (here.length === 0 || here.length !== wards.length) return
  await db
    .insertInto('boxes')
    .values({ organisation, id: box, service, ...days, enough: 0 })
    .onConflict(at => at.columns(['organisation', 'id']).doNothing())
    .execute()
  await boxIsOf(db, organisation, box, wards)
}
