// Who is here, of those with an account, by the cookie that better-auth gave them.

import type { Context } from 'hono'
import type { House } from '../house.ts'
import { visitOf } from '../queries/visits.ts'
import type { Session } from '../session.ts'
import { tokenOf } from './cookie.ts'

/** The member whose cookie a request carries; undefined when there is none, or their time here is over. */
export async function visitor(house: House, context: Context): Promise<Session | undefined> {
  const token = await tokenOf(house, context)
  return token === undefined ? undefined : visitOf(house, token)
}
