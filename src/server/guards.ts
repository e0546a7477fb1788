// Who may ask: a tablet by its token, an office by its session and from its own pages.

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Guard } from './endpoint.ts'
import type { House } from './house.ts'
import { type Session, sessionOf } from './queries/sessions.ts'
import { type EnrolledTablet, tabletOf } from './queries/tablets.ts'
import { refuse } from './refusal.ts'

export const SESSION = 'equal-voice-session'

/** The tablet whose token is sent. Refuses with 401.1. */
export const tablet: Guard<EnrolledTablet> = async (house, context) => {
  const [, token] = /^Bearer ([\w-]{1,100})$/.exec(context.req.header('authorization') ?? '') ?? []
  const found = token === undefined ? undefined : await tabletOf(house.db, token)
  if (found === undefined) throw refuse('401.1')
  return found
}

/** The office that is signed in, a leader's or an advocate's; whatever changes something must come from our own pages. Refuses with 401.2, 403.2. */
export const office: Guard<Session> = async (house, context) => {
  if (context.req.method !== 'GET') sameOrigin(house, context)
  const secret = getCookie(context, SESSION)
  const session = secret === undefined ? undefined : await sessionOf(house, secret)
  if (session === undefined) throw refuse('401.2')
  return session
}

/** The office of a leader. Refuses with 401.2, 403.2, 403.4. */
export const leader: Guard<Session> = async (house, context) => {
  const session = await office(house, context)
  if (session.role !== 'leader') throw refuse('403.4')
  return session
}

/** The office of an independent advocate. Refuses with 401.2, 403.2, 403.3. */
export const advocate: Guard<Session> = async (house, context) => {
  const session = await office(house, context)
  if (session.role !== 'advocate') throw refuse('403.3')
  return session
}

/** Anybody, but from our own pages. Refuses with 403.2. */
export const ownPages: Guard<undefined> = sameOrigin

// A browser says where a request comes from in one header or the other; what says nothing is no browser.
function sameOrigin(house: House, context: Context): undefined {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuse('403.2')
  const origin = context.req.header('origin')
  if (origin === undefined || origin === house.publicUrl) return
  if (!URL.canParse(origin) || new URL(origin).host !== context.req.header('host')) throw refuse('403.2')
}
