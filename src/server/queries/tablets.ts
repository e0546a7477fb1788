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
  /** The box that it was last told of: into it goes what it sends. */
  readonly box: string
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

/** A new tablet of a ward with the token that only it will know, told of a box of that ward. */
export async function newTablet(house: House, organisation: string, ward: string, box: string) {
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
    box,
  } as const
  await house.db.insertInto('tablets').values(row).execute()
  return { token, tablet: { organisation, id, ward, box } satisfies EnrolledTablet }
}

/** The tablet of a token; undefined when there is none or its permission has ended. */
export const tabletOf = (db: Database, token: string): Promise<EnrolledTablet | undefined> =>
  db
    .selectFrom('tablets')
    .innerJoin('wards', join =>
      join.onRef('wards.organisation', '=', 'tablets.organisation').onRef('wards.id', '=', 'tablets.ward'),
    )
    .select(['tablets.organisation', 'tablets.id', 'tablets.ward'])
    .select(at => at.fn.coalesce('tablets.box', 'wards.box').as('box'))
    .where('token_hash', '=', hashOf(token))
    .where('ended', '=', 0)
    .executeTakeFirst()

/** The tablets of an organisation, in the order of their names. */
export const tabletsOf = (db: Database, organisation: string) =>
  db
    .selectFrom('tablets')
    .select(['id', 'ward', 'name', 'heard_on', 'ended', 'stored', 'box'])
    .where('organisation', '=', organisation)
    .orderBy('name')
    .execute()

/** Tells a tablet of its ward's box of now, into which goes what it sends from here on. */
export async function tellBox(db: Database, { organisation, id, ward }: EnrolledTablet): Promise<string> {
  const { box } = await db
    .updateTable('tablets')
    .set(at => ({
      box: at
        .selectFrom('wards')
        .select('wards.box')
        .where('wards.organisation', '=', organisation)
        .where('wards.id', '=', ward),
    }))
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .returning('box')
    .executeTakeFirstOrThrow()
  if (box === null) throw new Error('a tablet without a ward')
  return box
}

/** Keeps a ward's tablets with its box, which they were told of, where the ward is given another. */
export const keepTold = (
  db: Database,
  organisation: string,
  { id, box }: { readonly id: string; readonly box: string },
): Promise<unknown> =>
  db
    .updateTable('tablets')
    .set({ box })
    .where('organisation', '=', organisation)
    .where('ward', '=', id)
    .where('box', 'is', null)
    .execute()

/** As much of a tablet as says of which box it was told. */
export interface Told {
  readonly id: string
  readonly ward: string
  readonly heard_on: string
  readonly box: string | null
}

/**
 * The box into which goes what was sealed on a ward by nobody knows which tablet: the one of its tablet that was heard
 * longest ago of those that do not know the ward's own. Such forms come from where there is no signal.
 */
export function eldestBox(
  tablets: readonly Told[],
  ward: { readonly id: string; readonly box: string },
): string {
  const [eldest] = tablets
    .filter(one => one.ward === ward.id && one.box !== null && one.box !== ward.box)
    .sort((one, other) => (one.heard_on < other.heard_on ? -1 : 1))
  return eldest?.box ?? ward.box
}

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

/** Counts another batch of a tablet, with so many good receipts. A number of them that is not known stays so. */
export async function countBatch(
  db: Database,
  { organisation, id }: Pick<EnrolledTablet, 'organisation' | 'id'>,
  good: number,
): Promise<void> {
  await db
    .updateTable('tablets')
    .set(at => ({ batches: at('batches', '+', 1), stored: at('stored', '+', good) }))
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
