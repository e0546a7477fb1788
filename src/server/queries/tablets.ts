// Tablets: enrolled by a one-use code, known by a token's hash, and the keys each was ever given.

import { plainCode } from '../../protocol/code.ts'
import { inMinutes } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { hashOf, newCode, newId, newSecret } from '../secrets.ts'
import { todayOf } from './organisations.ts'

const CODE_MINUTES = 15

/** A tablet whose permission stands, and the ward it belongs to. */
export interface EnrolledTablet {
  readonly organisation: string
  readonly id: string
  readonly ward: string
}

/** A new one-use code for a ward, and the instant until which it is good. */
export async function newEnrolment(house: House, organisation: string, ward: string) {
  const now = house.clock.now()
  const code = newCode(house.random)
  const until = inMinutes(now, CODE_MINUTES)
  await house.db.deleteFrom('codes').where('until', '<=', now.toISOString()).execute()
  await house.db
    .insertInto('codes')
    .values({ organisation, hash: hashOf(code), ward, until })
    .execute()
  return { code, until }
}

/** The ward that a code enrols into, once; undefined when it is wrong, used or too old. */
export async function redeemCode(house: House, typed: string) {
  const now = house.clock.now().toISOString()
  return house.db
    .deleteFrom('codes')
    .where('hash', '=', hashOf(plainCode(typed)))
    .where('until', '>', now)
    .returning(['organisation', 'ward'])
    .executeTakeFirst()
}

/** A new tablet of a ward with the token that only it will know. */
export async function newTablet(house: House, organisation: string, ward: string) {
  const token = newSecret(house.random)
  const id = newId(house.random)
  const { before } = await house.db
    .selectFrom('tablets')
    .select(at => at.fn.countAll<number>().as('before'))
    .where('organisation', '=', organisation)
    .where('ward', '=', ward)
    .executeTakeFirstOrThrow()
  const heard_on = await todayOf(house, organisation)
  const name = `Tablet ${before + 1}`
  const row = {
    organisation,
    id,
    ward,
    name,
    token_hash: hashOf(token),
    heard_on,
    ended: 0,
    batches: 0,
    stored: 0,
  } as const
  await house.db.insertInto('tablets').values(row).execute()
  return { token, tablet: { organisation, id, ward } satisfies EnrolledTablet }
}

/** The tablet of a token; undefined when there is none or its permission has ended. */
export const tabletOf = (db: Database, token: string): Promise<EnrolledTablet | undefined> =>
  db
    .selectFrom('tablets')
    .select(['organisation', 'id', 'ward'])
    .where('token_hash', '=', hashOf(token))
    .where('ended', '=', 0)
    .executeTakeFirst()

/** The tablets of an organisation, in the order of their names. */
export const tabletsOf = (db: Database, organisation: string) =>
  db
    .selectFrom('tablets')
    .select(['id', 'ward', 'name', 'heard_on', 'ended', 'stored'])
    .where('organisation', '=', organisation)
    .orderBy('name')
    .execute()

/** Whether a ward has a tablet whose permission stands. */
export const hasTablets = async (db: Database, organisation: string, ward: string): Promise<boolean> =>
  (await tabletsOf(db, organisation)).some(tablet => tablet.ward === ward && tablet.ended === 0)

/** Ends a tablet's permission, whatever it was; false when the organisation has no such tablet. */
export async function endTablet(db: Database, organisation: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tablets')
    .set({ ended: 1 })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many batches of a tablet were ever stored. */
export const batchesOf = async (db: Database, { organisation, id }: EnrolledTablet): Promise<number> =>
  (
    await db
      .selectFrom('tablets')
      .select('batches')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).batches

/** Counts another batch of a tablet. */
export async function countBatch(db: Database, { organisation, id }: EnrolledTablet): Promise<void> {
  await db
    .updateTable('tablets')
    .set(at => ({ batches: at('batches', '+', 1) }))
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** Writes down that a tablet was heard today. */
export async function heard(house: House, { organisation, id }: EnrolledTablet): Promise<void> {
  const heard_on = await todayOf(house, organisation)
  await house.db
    .updateTable('tablets')
    .set({ heard_on })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}
