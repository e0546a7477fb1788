// Invitations: a link that lets one person in as a member, once, within a week; of its secret only a hash is kept.

import type { InvitationView, MemberRequest, Role } from '../../protocol/accounts.ts'
import { inMinutes } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Invitations } from '../database/people.ts'
import type { House } from '../house.ts'
import { hashOf, newId, newSecret } from '../secrets.ts'
import { memberRow, servicesFrom } from './members.ts'

const WEEK_MINUTES = 7 * 24 * 60

/** A new invitation's id and token, and until when it is good. */
export async function newInvitation(
  house: House,
  organisation: string,
  as: MemberRequest & { readonly email: string | null },
  who: string,
): Promise<{ id: string; token: string; until: string }> {
  const [id, token] = [newId(house.random), newSecret(house.random)]
  const until = inMinutes(house.clock.now(), WEEK_MINUTES)
  const row = { organisation, id, hash: hashOf(token), email: as.email, until, who, ...memberRow(as) }
  await house.db.insertInto('invitations').values(row).execute()
  return { id, token, until }
}

/** The invitation of a token, if it is good. */
export const invitationOf = (house: House, token: string): Promise<Invitations | undefined> =>
  house.db
    .selectFrom('invitations')
    .selectAll()
    .where('hash', '=', hashOf(token))
    .where('until', '>', house.clock.now().toISOString())
    .executeTakeFirst()

/** The invitation of an address, if there is a good one; the newest of several. */
export const invitationFor = (house: House, email: string): Promise<Invitations | undefined> =>
  house.db
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', email)
    .where('until', '>', house.clock.now().toISOString())
    .orderBy('until', 'desc')
    .executeTakeFirst()

/** Takes an invitation away, as whoever takes it up does; false when somebody else has meanwhile. */
export async function takeInvitation(db: Database, organisation: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('invitations')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes away whatever somebody has made, and what is for their own address; the ids of what there was. */
export async function takeInvitationsOf(
  db: Database,
  organisation: string,
  { who, email }: { readonly who: string; readonly email: string },
): Promise<string[]> {
  const rows = await db
    .deleteFrom('invitations')
    .where('organisation', '=', organisation)
    .where(row => row.or([row('who', '=', who), row('email', '=', email)]))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The good invitations of an organisation; of those that are too old nothing stays. */
export async function invitationsOf(house: House, organisation: string): Promise<InvitationView[]> {
  const now = house.clock.now().toISOString()
  await house.db.deleteFrom('invitations').where('until', '<=', now).execute()
  const rows = await house.db
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'services', 'until', 'who'])
    .where('organisation', '=', organisation)
    .orderBy('until')
    .orderBy('id')
    .execute()
  return rows.map(({ who: by, ...row }) => ({ ...row, services: asServices(row), by }))
}

const asServices = ({ role, services }: { role: Role; services: string }) => servicesFrom(role, services)
