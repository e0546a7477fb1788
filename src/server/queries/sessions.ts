// Links that sign in without an account, as a demonstration has them, and their sessions; of both only a hash is kept.

import type { Role } from '../../protocol/accounts.ts'
import { inMinutes } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { hashOf, newSecret } from '../secrets.ts'
import type { Session } from '../session.ts'

const LINK_MINUTES = 60
export const SESSION_MINUTES = 12 * 60

/** A new one-time token that signs in to an organisation's office within the hour. */
export async function newSignIn(house: House, organisation: string, role: Role = 'leader'): Promise<string> {
  const token = newSecret(house.random)
  const until = inMinutes(house.clock.now(), LINK_MINUTES)
  await house.db
    .insertInto('sign_ins')
    .values({ organisation, hash: hashOf(token), until, role })
    .execute()
  return token
}

/** What a token signs in to and as whom, once; undefined when it is used, too old or none. */
export async function redeemSignIn(
  house: House,
  token: string,
): Promise<Pick<Session, 'organisation' | 'role'> | undefined> {
  const now = house.clock.now().toISOString()
  await house.db.deleteFrom('sign_ins').where('until', '<=', now).execute()
  const row = await house.db
    .deleteFrom('sign_ins')
    .where('hash', '=', hashOf(token))
    .returning(['organisation', 'role'])
    .executeTakeFirst()
  return row && { organisation: row.organisation, role: row.role ?? 'leader' }
}

/** A new session's secret. */
export async function newSession(house: House, organisation: string, role: Role = 'leader'): Promise<string> {
  const now = house.clock.now()
  const secret = newSecret(house.random)
  const until = inMinutes(now, SESSION_MINUTES)
  await house.db.deleteFrom('sessions').where('until', '<=', now.toISOString()).execute()
  await house.db
    .insertInto('sessions')
    .values({ organisation, hash: hashOf(secret), until, role })
    .execute()
  return secret
}

/** The session of a secret; undefined when it has ended. */
export async function sessionOf(house: House, secret: string): Promise<Session | undefined> {
  const row = await house.db
    .selectFrom('sessions')
    .innerJoin('organisations', 'organisations.id', 'sessions.organisation')
    .select(['sessions.organisation', 'sessions.role', 'sessions.until', 'organisations.demonstration'])
    .where('sessions.hash', '=', hashOf(secret))
    .where('sessions.until', '>', house.clock.now().toISOString())
    .executeTakeFirst()
  return (
    row && {
      organisation: row.organisation,
      demonstration: row.demonstration === 1,
      role: row.role ?? 'leader',
      services: 'all',
      until: row.until,
    }
  )
}

/** Ends the session of a secret. */
export async function endSession(db: Database, secret: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hashOf(secret)).execute()
}

/** Ends every session, link and invitation: in a restored database they may have been ended or used since. */
export async function forgetSignIns(db: Database): Promise<void> {
  await db.deleteFrom('visits').execute()
  await db.deleteFrom('proofs').execute()
  await db.deleteFrom('invitations').execute()
  await db.deleteFrom('sessions').execute()
  await db.deleteFrom('sign_ins').execute()
}
