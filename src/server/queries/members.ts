// Who may come in to an organisation's office, and as whom.

import * as v from 'valibot'
import type { MemberRequest, MemberView, Role, Services } from '../../protocol/accounts.ts'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { newId } from '../secrets.ts'
import { fromJson, stored } from '../stored.ts'

const shape = v.union([v.literal('all'), v.array(v.string())])

/** Services as a row has them: none where they can't be read. An administrator's are all, whatever stands there. */
export const servicesFrom = (role: Role, text: string): Services =>
  role === 'administrator' ? 'all' : stored(shape, fromJson(text), [])

/** What a row says of a role and its services. */
export const memberRow = ({ role, services }: MemberRequest) => ({
  role,
  services: JSON.stringify(role === 'administrator' ? 'all' : services),
})

/** Whether an organisation has every service that is named. */
export async function knowsServices(
  db: Database,
  organisation: string,
  services: Services,
): Promise<boolean> {
  if (services === 'all') return true
  const rows = await db.selectFrom('services').select('id').where('organisation', '=', organisation).execute()
  return services.every(id => rows.some(row => row.id === id))
}

/** The members of an organisation, by name. */
export async function membersOf(db: Database, organisation: string): Promise<MemberView[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['people.id', 'people.name', 'people.email', 'members.role', 'members.services'])
    .where('members.organisation', '=', organisation)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return rows.map(row => ({ ...row, services: servicesFrom(row.role, row.services) }))
}

/** A person as the row of better-auth has it, and as a member of one organisation. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  /** Whether somebody else than they has named this address. */
  readonly known: boolean
  readonly password?: { readonly hash: string; readonly secret: string; readonly spare: string }
}

/** Somebody new with what they sign in with; their id. Throws where the address is another's. */
export async function newPerson(house: House, { name, email, known, password }: NewPerson): Promise<string> {
  const id = newId(house.random)
  const now = house.clock.now().toISOString()
  const times = { createdAt: now, updatedAt: now }
  const twoFactorEnabled = password ? 1 : 0
  await house.db
    .insertInto('people')
    .values({ id, name, email, emailVerified: known ? 1 : 0, image: null, twoFactorEnabled, ...times })
    .execute()
  if (!password) return id
  const credential = { accountId: id, providerId: 'credential', userId: id, password: password.hash }
  await house.db
    .insertInto('ways_in')
    .values({ id: newId(house.random), ...credential, ...times })
    .execute()
  const { secret, spare: backupCodes } = password
  const factor = { secret, backupCodes, userId: id, verified: 1, failedVerificationCount: 0 } as const
  await house.db
    .insertInto('second_factors')
    .values({ id: newId(house.random), ...factor })
    .execute()
  return id
}

/** With what else than passkeys somebody signs in. */
export async function otherWaysOf(
  db: Database,
  person: string,
): Promise<{ password: boolean; elsewhere: boolean }> {
  const rows = await db.selectFrom('ways_in').select('providerId').where('userId', '=', person).execute()
  const isPassword = ({ providerId }: { providerId: string }) => providerId === 'credential'
  return { password: rows.some(isPassword), elsewhere: rows.some(row => !isPassword(row)) }
}

/** Whether somebody has any way in at all; who took an invitation up a moment ago may not. */
export async function hasWayIn(db: Database, person: string): Promise<boolean> {
  const { password, elsewhere } = await otherWaysOf(db, person)
  if (password || elsewhere) return true
  return (
    (await db.selectFrom('passkeys').select('id').where('userId', '=', person).executeTakeFirst()) !==
    undefined
  )
}

/** Whether somebody has an address. */
export const hasEmail = async (db: Database, email: string): Promise<boolean> =>
  (await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst()) !== undefined

/** Removes who has an address and is no member anywhere: a sign-in that was cut off half-way. */
export async function forgetStranger(db: Database, email: string): Promise<void> {
  await db
    .deleteFrom('people')
    .where('email', '=', email)
    .where('id', 'not in', at => at.selectFrom('members').select('person'))
    .execute()
}

/** Lets somebody in to an organisation. */
export async function newMember(
  db: Database,
  organisation: string,
  person: string,
  as: { readonly role: Role; readonly services: string },
): Promise<void> {
  await db
    .insertInto('members')
    .values({ organisation, person, ...as })
    .execute()
}

/** Changes as whom somebody comes in; false when the organisation has no such member. */
export async function setMember(db: Database, organisation: string, person: string, as: MemberRequest) {
  const { numUpdatedRows } = await db
    .updateTable('members')
    .set(memberRow(as))
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes somebody with everything that they sign in with; false when the organisation has no such member. */
export async function removeMember(db: Database, organisation: string, person: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('members')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  for (const table of ['visits', 'ways_in', 'second_factors', 'passkeys'] as const)
    await db.deleteFrom(table).where('userId', '=', person).execute()
  await db.deleteFrom('people').where('id', '=', person).execute()
  return true
}

/** Whether an organisation still has an administrator, in a transaction in which nobody else changes its members. */
export const hasAdministrator = async (db: Database, organisation: string): Promise<boolean> =>
  (await db
    .selectFrom('members')
    .select('person')
    .where('organisation', '=', organisation)
    .where('role', '=', 'administrator')
    .executeTakeFirst()) !== undefined

/** From here on, until its transaction ends, nobody else changes the members of an organisation. */
export async function lockMembers(db: Database, organisation: string): Promise<void> {
  await db
    .updateTable('organisations')
    .set(at => ({ name: at.ref('name') }))
    .where('id', '=', organisation)
    .execute()
}
