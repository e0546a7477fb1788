// The sessions of people with accounts: when each began, when they last asked for something, when it ends.

import type { House } from '../house.ts'
import { newId, newSecret } from '../secrets.ts'
import type { Session } from '../session.ts'
import { servicesFrom } from './members.ts'

/** Minutes without a request after which a session has ended. */
export const IDLE_MINUTES = 30

/** Minutes after which it has ended in any case. */
export const VISIT_MINUTES = 12 * 60

const MINUTE = 60_000

/** When a session that begins now was begun, was last used and ends, as its row has it. */
export function fromNow(house: House): { createdAt: Date; updatedAt: Date; expiresAt: Date } {
  const now = house.clock.now()
  return { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + VISIT_MINUTES * MINUTE) }
}

/** A new session of somebody; its token, of which the cookie's signature is the other half. */
export async function newVisit(house: House, userId: string): Promise<string> {
  const token = newSecret(house.random)
  const { createdAt, updatedAt, expiresAt } = fromNow(house)
  await house.db
    .insertInto('visits')
    .values({
      id: newId(house.random),
      token,
      userId,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ipAddress: null,
      userAgent: null,
      provedAt: createdAt.toISOString(),
    })
    .execute()
  return token
}

/** Writes down that whoever has a session proved just now that it is them. */
export async function proveVisit({ db, clock }: House, token: string): Promise<void> {
  await db
    .updateTable('visits')
    .set({ provedAt: clock.now().toISOString() })
    .where('token', '=', token)
    .execute()
}

/** Whose a token is; undefined when it has ended. */
export async function visitOf(house: House, token: string): Promise<Session | undefined> {
  const row = await house.db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.userId')
    .innerJoin('members', 'members.person', 'people.id')
    .innerJoin('organisations', 'organisations.id', 'members.organisation')
    .select([
      'visits.id',
      'visits.expiresAt',
      'visits.updatedAt',
      'visits.provedAt',
      'people.id as person',
      'people.name',
      'members.organisation',
      'members.role',
      'members.services',
      'organisations.demonstration',
    ])
    .where('visits.token', '=', token)
    .executeTakeFirst()
  if (!row) return undefined
  const now = house.clock.now()
  const idle = now.getTime() - new Date(row.updatedAt).getTime()
  if (new Date(row.expiresAt) <= now || idle >= IDLE_MINUTES * MINUTE) return undefined
  // To the minute: a page that asks for much writes little.
  if (idle >= MINUTE)
    await house.db
      .updateTable('visits')
      .set({ updatedAt: now.toISOString() })
      .where('id', '=', row.id)
      .execute()
  const { organisation, role, person, name } = row
  const services = servicesFrom(role, row.services)
  return {
    organisation,
    demonstration: row.demonstration === 1,
    role,
    services,
    until: new Date(row.expiresAt).toISOString(),
    person: { id: person, name },
    ...(row.provedAt && { provedAt: new Date(row.provedAt) }),
  }
}

/** Ends one session. */
export async function endVisit({ db }: House, token: string): Promise<void> {
  await db.deleteFrom('visits').where('token', '=', token).execute()
}

/** Removes what is over: sessions, and challenges that nobody has answered. */
export async function forgetVisits({ db, clock }: House): Promise<void> {
  const now = clock.now()
  const idle = new Date(now.getTime() - IDLE_MINUTES * MINUTE).toISOString()
  await db.deleteFrom('visits').where('updatedAt', '<=', idle).execute()
  await db.deleteFrom('proofs').where('expiresAt', '<=', now.toISOString()).execute()
}

/** Ends every session of somebody. */
export async function endVisits({ db }: House, person: string): Promise<void> {
  await db.deleteFrom('visits').where('userId', '=', person).execute()
}
