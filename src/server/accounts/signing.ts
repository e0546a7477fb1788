// Signing in with an account, by whatever way: tries are counted, what begins is looked at, and it is written down.

import type { Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { addressOf } from '../address.ts'
import { SESSION } from '../guards.ts'
import type { House } from '../house.ts'
import { inTransaction } from '../queries/transaction.ts'
import { countTry, forgetTry, type Try } from '../queries/tries.ts'
import { endVisit, proveVisit, visitOf } from '../queries/visits.ts'
import { Refusal, refuse } from '../refusal.ts'
import { audited, failed } from './audited.ts'
import { attributes, tokenOf } from './cookie.ts'
import { begun, handOn } from './forward.ts'

/** A try from where a request comes. */
export const tryFrom = (house: House, context: Context, what: Try['what']): Try => ({
  what,
  address: addressOf(house, context),
})

/** Counts tries before they are made. Refuses with 429.1. */
export async function counted(house: House, tries: readonly Try[]): Promise<void> {
  for (const one of tries) if (!(await countTry(house, one))) throw refuse('429.1')
}

/** Does what may sign somebody in. What is refused is written down, as nobody's. */
export async function trying<T>(house: House, way: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const wrong = error instanceof Refusal && error.number.startsWith('401.')
    if (wrong) await inTransaction(house, within => failed(within, way))
    throw error
  }
}

/** Takes tries back that were right. */
export async function forgiven(house: House, tries: readonly Try[]): Promise<void> {
  for (const one of tries) await inTransaction(house, within => forgetTry(within, one))
}

/** How somebody signed in, as the audit trail has it. */
type Way = 'passkey' | 'password and code' | 'elsewhere'

/**
 * Lets a member in whose session a reply begins; false when it begins none that is a member's. Their session of before, in this
 * browser, ends. Whom the organisation's own sign-in lets in has proved nothing here: it may have let in whoever sat there.
 */
export async function letIn(house: House, context: Context, reply: Response, way: Way): Promise<boolean> {
  const token = begun(house, reply)
  if (token === undefined) return false
  const before = await tokenOf(house, context)
  const isMember = await inTransaction(house, async within => {
    const session = await visitOf(within, token)
    if (session) await audited(within, session, 'signed in', way)
    else await endVisit(within, token)
    if (session && way !== 'elsewhere') await proveVisit(within, token)
    if (session && before !== undefined) await endVisit(within, before)
    return session !== undefined
  })
  if (!isMember) return false
  deleteCookie(context, SESSION, attributes(house))
  handOn(context, reply)
  return true
}
