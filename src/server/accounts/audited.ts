// What somebody with an account does about accounts, in the audit trail with their name.

import type { House } from '../house.ts'
import { audit } from '../queries/audit.ts'
import { firstOrganisation } from '../queries/organisations.ts'
import { type Session, whoIs } from '../session.ts'

/** Writes down what somebody did. */
export const audited = (
  house: House,
  who: Pick<Session, 'organisation' | 'role' | 'person'>,
  what: string,
  detail: string,
): Promise<void> => audit({ ...house, by: whoIs(who) }, who.organisation, what, detail)

/** Writes down that somebody could not sign in, by which way, and nothing of who it was. */
export async function failed(house: House, way: string): Promise<void> {
  const organisation = await firstOrganisation(house.db)
  if (organisation) await audit({ ...house, by: '' }, organisation.id, 'sign-in failed', way)
}
