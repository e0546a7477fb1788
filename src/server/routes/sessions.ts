// In and out of the office: by a one-time link, then by a cookie that no script can read.

import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { endpoints } from '../../protocol/endpoints.ts'
import { signInRequest } from '../../protocol/office.ts'
import { addressOf } from '../address.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { office, ownPages, SESSION } from '../guards.ts'
import type { House } from '../house.ts'
import { audit } from '../queries/audit.ts'
import { endSession, newSession, redeemSignIn, SESSION_MINUTES } from '../queries/sessions.ts'
import { countTry, forgetTry, type Try } from '../queries/tries.ts'
import { refuse } from '../refusal.ts'

const cookie = ({ publicUrl }: House) =>
  ({ httpOnly: true, sameSite: 'Strict', path: '/', secure: publicUrl.startsWith('https:') }) as const

export const sessionRoutes: Routes = house =>
  new Hono()
    .post(
      endpoints.signIn,
      endpoint(
        house,
        {
          who: (house, context): Try => {
            ownPages(house, context)
            return { what: 'link', address: addressOf(house, context) }
          },
          body: signInRequest,
          async before(house, context) {
            if (!(await countTry(house, { what: 'link', address: addressOf(house, context) })))
              throw refuse('429.1')
          },
        },
        async ({ house, who, body, context }) => {
          const found = await redeemSignIn(house, body.token)
          if (found === undefined) throw refuse('401.3')
          await forgetTry(house, who)
          await audit(house, found.organisation, 'signed in', found.role)
          const secret = await newSession(house, found.organisation, found.role)
          setCookie(context, SESSION, secret, { ...cookie(house), maxAge: SESSION_MINUTES * 60 })
          return {}
        },
      ),
    )
    .post(
      endpoints.signOut,
      endpoint(house, { who: office }, async ({ house, context }) => {
        await endSession(house.db, getCookie(context, SESSION) ?? '')
        deleteCookie(context, SESSION, cookie(house))
        return {}
      }),
    )
