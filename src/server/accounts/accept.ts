// An invitation is taken up: somebody new, what they sign in with, and their first session.

import { randomInt } from 'node:crypto'
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto'
import type * as v from 'valibot'
import type { AcceptReply, acceptRequest, LookReply, Services } from '../../protocol/accounts.ts'
import type { Invitations } from '../database/people.ts'
import type { House } from '../house.ts'
import { invitationOf, takeInvitation } from '../queries/invitations.ts'
import {
  forgetStranger,
  hasEmail,
  type NewPerson,
  newMember,
  newPerson,
  servicesFrom,
} from '../queries/members.ts'
import { organisationOf } from '../queries/organisations.ts'
import { inTransaction } from '../queries/transaction.ts'
import { newVisit } from '../queries/visits.ts'
import { servicesOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'
import { audited } from './audited.ts'
import { derived, secretOf } from './secret.ts'
import { base32, isCode, uriOf } from './totp.ts'

const SPARE = 10
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

/** What an invitation says. Refuses with 401.7. */
export async function lookAt(house: House, token: string): Promise<LookReply> {
  const found = await invitationOf(house, token)
  if (!found) throw refuse('401.7')
  const organisation = (await organisationOf(house.db, found.organisation))?.name ?? ''
  const secret = secretFor(house, token)
  const { role, email, until, who: by } = found
  return {
    organisation,
    by,
    role,
    services: await namesOf(house, found),
    email,
    until,
    secret: base32(secret),
    uri: uriOf(secret, email ?? organisation),
  }
}

async function namesOf({ db }: House, { organisation, role, services }: Invitations): Promise<Services> {
  const theirs = servicesFrom(role, services)
  if (theirs === 'all') return theirs
  return (await servicesOf(db, organisation)).filter(({ id }) => theirs.includes(id)).map(({ name }) => name)
}

// Of the token and our own secret, so that nothing is kept of an invitation that nobody takes up, and nobody else chooses it.
const secretFor = (house: House, token: string): string => derived(house.config, `codes ${token}`)

/** Takes an invitation up; the token of the session that begins. Refuses with 401.5, 401.7 and 409.8. */
export async function accept(
  house: House,
  { token, name, email: given, password }: v.InferOutput<typeof acceptRequest>,
): Promise<AcceptReply & { token: string }> {
  // Outside the transaction: to hash a password takes long on purpose.
  if (!(await invitationOf(house, token))) throw refuse('401.7')
  const secret = secretFor(house, token)
  if (password && !isCode(secret, password.code, house.clock.now())) throw refuse('401.5')
  const spare = password ? Array.from({ length: SPARE }, spareCode) : []
  const way = password && (await credential(house, password.password, secret, spare))
  return inTransaction(house, async within => {
    const found = await invitationOf(within, token)
    if (!found || !(await takeInvitation(within.db, found.organisation, found.id))) throw refuse('401.7')
    const { organisation, role, services } = found
    const email = found.email ?? given
    await forgetStranger(within.db, email)
    if (await hasEmail(within.db, email)) throw refuse('409.8')
    const known = found.email !== null
    const id = await newPerson(within, { name, email, known, ...(way && { password: way }) })
    await newMember(within.db, organisation, id, { role, services })
    await audited(within, { organisation, role, person: { id, name } }, 'invitation taken up', role)
    return { spare, token: await newVisit(within, id) }
  })
}

async function credential(
  { config }: House,
  password: string,
  secret: string,
  spare: readonly string[],
): Promise<NonNullable<NewPerson['password']>> {
  const key = secretOf(config)
  return {
    hash: await hashPassword(password),
    secret: await symmetricEncrypt({ key, data: secret }),
    spare: await symmetricEncrypt({ key, data: JSON.stringify(spare) }),
  }
}

const spareCode = (): string =>
  Array.from({ length: 11 }, (_, n) => (n === 5 ? '-' : LETTERS[randomInt(LETTERS.length)])).join('')
