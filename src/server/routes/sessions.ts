// In and out of the office: by a one-time link, then by a cookie that no script can read. Accounts have ways of their own.

import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Me } from '../../protocol/accounts.ts'
import { doors } from '../../protocol/doors.ts'
import { endpoints } from '../../protocol/endpoints.ts'
import { signInRequest } from '../../protocol/office.ts'
import { attributes, takeToken, tokenOf } from '../accounts/cookie.ts'
import { addressOf } from '../address.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { SESSION } from '../guards.ts'
import type { House } from '../house.ts'
import { audit } from '../queries/audit.ts'
import { organisationOf } from '../queries/organisations.ts'
import { endSession, newSession, redeemSignIn, SESSION_MINUTES } from '../queries/sessions.ts'
import { countTry, forgetTry, type Try } from '../queries/tries.ts'
import { endVisit } from '../queries/visits.ts'
import { refuse } from '../refusal.ts'
import { whoIs } from '../session.ts'

const tryOf = (house: House, context: Context): Try => ({ what: 'link', address: addressOf(house, context) })

/** POST a link's token for a cookie, POST to end it; GET who is signed in. */
export const sessionRoutes: Routes = house =>
  new Hono()
    .post(
      endpoints.signIn,
      endpoint(
        house,
        {
          may: 'POST /api/sign-in',
          body: signInRequest,
          async before(house, context) {
            if (!(await countTry(house, tryOf(house, context)))) throw refuse('429.1')
          },
        },
        async ({ house, body, context }) => {
          const found = await redeemSignIn(house, body.token)
          if (found === undefined) throw refuse('401.3')
          await forgetTry(house, tryOf(house, context))
          await audit({ ...house, by: whoIs(found) }, found.organisation, 'signed in', 'by a link')
          const secret = await newSession(house, found.organisation, found.role)
          setCookie(context, SESSION, secret, { ...attributes(house), maxAge: SESSION_MINUTES * 60 })
          return {}
        },
      ),
    )
    .post(
      endpoints.signOut,
      endpoint(house, { may: 'POST /api/sign-out' }, async ({ house, context }) => {
        await endSession(house.db, getCookie(context, SESSION) ?? '')
        await endVisit(house, (await tokenOf(house, context)) ?? '')
        deleteCookie(context, SESSION, attributes(house))
        takeToken(house, context)
        return {}
      }),
    )
    .get(
      doors.me,
      endpoint(house, { may: 'GET /api/office/me' }, async ({ house, who }): Promise<Me> => {
        const { organisation: id, provedAt: _, ...me } = who
        return { organisation: (await organisationOf(house.db, id))?.name ?? '', ...me }
      }),
    )
