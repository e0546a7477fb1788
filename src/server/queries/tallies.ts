// What tablets have counted themselves, beside what the server gave them receipts for.

import type { Tally } from '../../protocol/tablet.ts'
import type { Database } from '../database/database.ts'
import type { Tallies } from '../database/schema.ts'
import type { House } from '../house.ts'
import { todayOf } from './organisations.ts'
import type { EnrolledTablet } from './tablets.ts'

/** Forgets those numbers: a restored database does not know what it gave receipts for since. */
export const forgetStored = (db: Database): Promise<unknown> =>
  db.updateTable('tablets').set({ stored: null }).execute()

/**
 * Keeps what a tablet says it has counted. Where the number of its receipts is not known, its own word is taken for it as
 * soon as nothing waits there.
 */
export async function keepTally(
  house: House,
  { organisation, id: tablet }: EnrolledTablet,
  { setAside, ...tally }: Tally,
): Promise<void> {
  const { db } = house
  const before = await db
    .selectFrom('tallies')
    .select(['sealed', 'anew_on'])
    .where('organisation', '=', organisation)
    .where('tablet', '=', tablet)
    .executeTakeFirst()
  const began = before !== undefined && tally.sealed < before.sealed
  const anew_on = began ? await todayOf(house, organisation) : (before?.anew_on ?? null)
  const said = { ...tally, set_aside: setAside, anew_on }
  await db
    .insertInto('tallies')
    .values({ organisation, tablet, ...said })
    .onConflict(at => at.columns(['organisation', 'tablet']).doUpdateSet(said))
    .execute()
  if (tally.waiting > 0) return
  await db
    .updateTable('tablets')
    .set({ stored: tally.sent })
    .where('organisation', '=', organisation)
    .where('id', '=', tablet)
    .where('stored', 'is', null)
    .execute()
}

/** What every tablet of an organisation last said, by its id. */
export async function talliesOf(db: Database, organisation: string): Promise<Map<string, Tallies>> {
  const rows = await db.selectFrom('tallies').selectAll().where('organisation', '=', organisation).execute()
  return new Map(rows.map(row => [row.tablet, row]))
}
