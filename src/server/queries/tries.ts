// Tries against codes, links, accounts and slips, counted by address, account or tablet and hour: nobody guesses for long.

import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { hashOf } from '../secrets.ts'
import type { EnrolledTablet } from './tablets.ts'

const PER_ADDRESS = 10

/** Wrong passwords for one address of e-mail, from wherever. More than from one place, so that a neighbour locks nobody out. */
const PER_ACCOUNT = 30

/** Slips that are of no form here, a tablet and hour: of 24 bits nobody guesses one so. */
const PER_TABLET = 5

// A code has 50 bits, and at most a few are good at a time: this many guesses in an hour find none, and nobody locks a
// trust's wards out by guessing from a few addresses. A link has 256 bits: guessing at it is no danger worth a lock.
const ALTOGETHER: Readonly<Record<Try['what'], number | undefined>> = {
  code: 20_000,
  link: undefined,
  password: undefined,
  account: undefined,
  factor: undefined,
  passkey: undefined,
}

/** What is tried, and from where. */
export interface Try {
  readonly what: 'code' | 'link' | 'password' | 'account' | 'factor' | 'passkey'
  /** From where; of an account, its e-mail address. */
  readonly address: string
}

/** Counts a try in a transaction of its own; false when there have been too many in this hour. */
export async function countTry(house: House, { what, address }: Try): Promise<boolean> {
  const hour = hourOf(house)
  return house.db.transaction().execute(async db => {
    await db.deleteFrom('tries').where('hour', '<', hour).execute()
    // Who is over their own limit may not use up everybody's.
    if ((await add(db, whoIs({ what, address }), hour)) > (what === 'account' ? PER_ACCOUNT : PER_ADDRESS))
      return false
    const most = ALTOGETHER[what]
    return most === undefined || (await add(db, what, hour)) <= most
  })
}

/** Whether a tablet has tries left in this hour: without one not even a right slip is heard, or guessing would cost nothing. */
export async function mayTrySlip(house: House, tablet: EnrolledTablet): Promise<boolean> {
  const row = await house.db
    .selectFrom('tries')
    .select('tries')
    .where('who', '=', slipsOf(tablet))
    .where('hour', '=', hourOf(house))
    .executeTakeFirst()
  return (row?.tries ?? 0) < PER_TABLET
}

/** Counts a slip that is of no form here, in the transaction of `house`; of earlier hours nothing stays. */
export async function countSlip(house: House, tablet: EnrolledTablet): Promise<void> {
  const [who, hour] = [slipsOf(tablet), hourOf(house)]
  await house.db.deleteFrom('tries').where('who', '=', who).where('hour', '<', hour).execute()
  await add(house.db, who, hour)
}

/** Counts what a token asks for in this minute; how often it has. Of earlier minutes nothing stays. */
export async function countRequest({ db, clock }: House, token: string): Promise<number> {
  const minute = clock.now().toISOString().slice(0, 16)
  const who = `token ${token}`
  await db.deleteFrom('tries').where('who', '=', who).where('hour', '<', minute).execute()
  return add(db, who, minute)
}

const slipsOf = ({ id }: EnrolledTablet): string => `slip ${id}`

async function add(db: Database, who: string, hour: string): Promise<number> {
  const row = await db
    .insertInto('tries')
    .values({ who, hour, tries: 1 })
    .onConflict(at => at.columns(['who', 'hour']).doUpdateSet({ tries: sql<number>`tries.tries + 1` }))
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

/** Takes a try back: it was right, and a ward may enrol many tablets from one address. */
export async function forgetTry(house: House, one: Try): Promise<void> {
  // One after the other, in the order in which they are counted: two that lock them crosswise would wait for ever.
  for (const who of [whoIs(one), one.what]) {
    await house.db
      .updateTable('tries')
      .set({ tries: sql<number>`tries - 1` })
      .where('who', '=', who)
      .where('hour', '=', hourOf(house))
      .execute()
  }
}

const whoIs = ({ what, address }: Try): string => `${what} ${hashOf(address)}`

const hourOf = (house: House): string => house.clock.now().toISOString().slice(0, 13)
