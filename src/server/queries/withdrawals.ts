// Forms that people take back: where one lies, and that nothing with its slip may come in any more.

import type { Database } from '../database/database.ts'
import type { Withdrawals } from '../database/schema.ts'
import type { WithdrawalEntry } from '../ledger/entries.ts'
import { chunks } from './chunks.ts'

/** A bound slip of an organisation. */
export type SlipAt = Pick<Withdrawals, 'organisation' | 'slip'>

/** The ids of the envelopes with a slip that lie in boxes: two only by chance. */
export async function lyingUnder(db: Database, { organisation, slip }: SlipAt): Promise<string[]> {
  const rows = await db
    .selectFrom('envelopes')
    .select('id')
    .where('organisation', '=', organisation)
    .where('slip', '=', slip)
    .execute()
  return rows.map(row => row.id)
}

/** Whether a form with a slip was counted. */
export const isOpened = async (db: Database, { organisation, slip }: SlipAt): Promise<boolean> =>
  (await db
    .selectFrom('spent')
    .select('id')
    .where('organisation', '=', organisation)
    .where('slip', '=', slip)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Deletes what was put aside under a slip; whether there was any. */
export async function dropAside(db: Database, { organisation, slip }: SlipAt): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('quarantine')
    .where('organisation', '=', organisation)
    .where('slip', '=', slip)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Which of these slips were taken back, by slip. */
export async function withdrawn(
  db: Database,
  organisation: string,
  slips: readonly string[],
): Promise<Map<string, Withdrawals['state']>> {
  if (slips.length === 0) return new Map()
  const rows = await db
    .selectFrom('withdrawals')
    .select(['slip', 'state'])
    .where('organisation', '=', organisation)
    .where('slip', 'in', slips)
    .execute()
  return new Map(rows.map(row => [row.slip, row.state]))
}

/** Writes down that a form was taken back; a form that is out stays out. */
export async function noteWithdrawal(db: Database, { kind: _, ...row }: WithdrawalEntry): Promise<void> {
  await db
    .insertInto('withdrawals')
    .values(row)
    .onConflict(at => at.columns(['organisation', 'slip']).doNothing())
    .execute()
  if (row.state === 'taken-out') await cameOut(db, row.organisation, [row.slip])
}

/** Writes down of many slips that their forms are out, except of those that were counted. */
export async function noteOut(
  db: Database,
  at: Pick<Withdrawals, 'organisation' | 'box' | 'on_day'>,
  slips: readonly string[],
): Promise<void> {
  // Two forms have one slip only by chance; no row may be written twice in one question.
  for (const some of chunks([...new Set(slips)])) {
    const opened = await db
      .selectFrom('spent')
      .select('slip')
      .where('organisation', '=', at.organisation)
      .where('slip', 'in', some)
      .execute()
    const counted = new Set(opened.map(({ slip }) => slip))
    const out = some.filter(slip => !counted.has(slip))
    if (out.length === 0) continue
    await db
      .insertInto('withdrawals')
      .values(out.map(slip => ({ ...at, slip, state: 'taken-out' })))
      .onConflict(on => on.columns(['organisation', 'slip']).doUpdateSet({ state: 'taken-out' }))
      .execute()
  }
}

/** What was asked for has come and was not let in. */
export async function cameOut(db: Database, organisation: string, slips: readonly string[]): Promise<void> {
  if (slips.length === 0) return
  await db
    .updateTable('withdrawals')
    .set({ state: 'taken-out' })
    .where('organisation', '=', organisation)
    .where('slip', 'in', slips)
    .execute()
}
