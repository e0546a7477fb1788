// Who asks, by the rule of the route: a tablet by its token, an office by its session and from its own pages.

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { visitor } from './accounts/visit.ts'
import type { House } from './house.ts'
import { readerFrom } from './outlets/meter.ts'
import { permissions, type Route, type Rule } from './permissions.ts'
import { hasWayIn } from './queries/members.ts'
import type { Reader } from './queries/published.ts'
import { serviceOf } from './queries/scope.ts'
import { sessionOf } from './queries/sessions.ts'
import { type EnrolledTablet, tabletOf } from './queries/tablets.ts'
import type { TokenReader } from './queries/tokens.ts'
import { servicesOf } from './queries/wards.ts'
import { type Refusal, refuse } from './refusal.ts'
import { isFresh, type Session, sees } from './session.ts'

export const SESSION = 'equal-voice-session'

/** Who a route is asked by. */
export type Who<R extends Route> = (typeof permissions)[R] extends { readonly by: infer By }
  ? By extends 'tablet'
    ? EnrolledTablet
    : By extends 'office'
      ? Session
      : By extends 'token'
        ? TokenReader
        : undefined
  : never

/** Who asks for a route, if its rule lets them. Refuses with 401.1, 401.2, 401.8, 403.2 to 403.6, 403.8, 403.9 and 404.1. */
export async function whoFor<R extends Route>(
  house: House,
  context: Context,
  route: R,
  body: unknown,
): Promise<Who<R>> {
  const rule: Rule = permissions[route]
  return (await asked(house, context, rule, body)) as Who<R>
}

async function asked(house: House, context: Context, rule: Rule, body: unknown) {
  if (rule.by === 'tablet') return tablet(house, context)
  if (rule.by === 'token') return token(house, context, rule)
  if (rule.by !== 'office') return rule.by === 'own pages' ? sameOrigin(house, context) : undefined
  if (context.req.method !== 'GET') sameOrigin(house, context)
  const session = await signedIn(house, context)
  if (!rule.roles.includes(session.role)) throw missing(rule.roles)
  if (rule.person && !session.person) throw refuse('403.8')
  if (rule.fresh && !(await isThem(house, session))) throw refuse('403.9')
  await withinServices(house, context, session, rule, body)
  return session
}

// Whoever came in a moment ago and has no way back in yet has nothing to prove it with.
const isThem = async ({ db, clock }: House, session: Session): Promise<boolean> =>
  isFresh(session, clock.now()) || !(await hasWayIn(db, session.person?.id ?? ''))

const missing = (roles: Extract<Rule, { by: 'office' }>['roles']): Refusal =>
  refuse(roles.includes('leader') ? '403.4' : roles.includes('advocate') ? '403.3' : '403.5')

async function tablet(house: House, context: Context): Promise<EnrolledTablet> {
  const [, token] = /^Bearer ([\w-]{1,100})$/.exec(context.req.header('authorization') ?? '') ?? []
  const found = token === undefined ? undefined : await tabletOf(house.db, token)
  if (found === undefined) throw refuse('401.1')
  return found
}

async function token(house: House, context: Context, rule: Extract<Rule, { by: 'token' }>) {
  const reader = await readerFrom(house, context)
  await withinServices(house, context, reader, rule, undefined)
  return reader
}

async function signedIn(house: House, context: Context): Promise<Session> {
  const secret = getCookie(context, SESSION)
  const session = secret === undefined ? undefined : await sessionOf(house, secret)
  const found = session ?? (await visitor(house, context))
  if (found === undefined) throw refuse('401.2')
  return found
}

// What is not of their services is not there for them, as what is another organisation's is not.
async function withinServices(
  { db }: House,
  context: Context,
  session: Reader,
  { of }: Extract<Rule, { by: 'office' | 'token' }>,
  body: unknown,
): Promise<void> {
  if (of === undefined || of === 'listed' || session.services === 'all') return
  const { organisation } = session
  if (of === 'named') {
    const { service: name } = body as { readonly service: string }
    const named = (await servicesOf(db, organisation)).find(one => one.name === name)
    if (!named || !sees(session, named.id)) throw refuse('403.6')
    return
  }
  const service = await serviceOf(db, organisation, of, context.req.param(of) ?? '')
  if (service === undefined || !sees(session, service)) throw refuse('404.1')
}

// A browser says where a request comes from in one header or the other; what says nothing is no browser.
function sameOrigin(house: House, context: Context): undefined {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuse('403.2')
  const origin = context.req.header('origin')
  if (origin === undefined || origin === house.publicUrl) return
  if (!URL.canParse(origin) || new URL(origin).host !== context.req.header('host')) throw refuse('403.2')
}
