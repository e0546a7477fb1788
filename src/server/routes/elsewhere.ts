// The organisation's own sign-in, by OpenID Connect: out to the provider, and back with what it says.

import { Hono } from 'hono'
import { doors } from '../../protocol/doors.ts'
import type { ProblemNumber } from '../../protocol/problems.ts'
import { failed } from '../accounts/audited.ts'
import { authOf, ELSEWHERE } from '../accounts/auth.ts'
import { type Answers, forward, handOn } from '../accounts/forward.ts'
import { letIn } from '../accounts/signing.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { inTransaction } from '../queries/transaction.ts'
import { refuse } from '../refusal.ts'

/** POST for the provider's address, GET where it sends the browser back: 404.1 where no provider is set. */
export const elsewhereRoutes: Routes = house => {
  const answers = atFirstUse(house)
  return new Hono()
    .post(
      doors.elsewhere,
      endpoint(
        house,
        { may: 'POST /api/auth/sign-in/social', apart: true },
        async ({ house, context }): Promise<{ url: string }> => {
          const body = {
            provider: ELSEWHERE,
            callbackURL: '/office',
            errorCallbackURL: '/office',
            disableRedirect: true,
          }
          const reply = await forward(house, answers(), context, {
            path: doors.elsewhere,
            body,
            as: 'nobody',
            refusal: '503.2',
          })
          handOn(context, reply)
          const { url } = (await reply.json()) as { url: string }
          return { url }
        },
      ),
    )
    .get(
      doors.back,
      endpoint(
        house,
        {
          may: 'GET /api/auth/callback/:provider',
          apart: true,
        },
        async ({ house, context }) => {
          if (context.req.param('provider') !== ELSEWHERE) throw refuse('404.1')
          const path = `/api/auth/callback/${ELSEWHERE}${new URL(context.req.url).search}`
          const reply = await forward(house, answers(), context, { path, as: 'nobody', refusal: '403.7' })
          if (await letIn(house, context, reply, 'elsewhere')) return context.redirect('/office')
          await inTransaction(house, within => failed(within, 'elsewhere'))
          return context.redirect(`/office#refused=${REFUSED}`)
        },
      ),
    )
}

/** In a fragment, for the page that opens: a browser that comes from elsewhere shows no problem of ours. */
const REFUSED: ProblemNumber = '403.7'

// The provider is asked where its doors are when somebody first wants in by it, and never before.
function atFirstUse(house: House): () => Answers {
  let made: Answers | undefined
  return () => {
    if (!house.config.oidc) throw refuse('404.1')
    made ??= authOf(house, true)
    return made
  }
}
