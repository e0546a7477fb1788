// Tokens with which other systems read releases: made, looked at and ended by administrators. None is shown twice.

import { Hono } from 'hono'
import { outlets, type TokenReply, type TokensReply, tokenRequest } from '../../protocol/outlets.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { audit } from '../queries/audit.ts'
import { knowsServices } from '../queries/members.ts'
import { endToken, mayEndOn, newToken, tokensOf } from '../queries/tokens.ts'
import { refuse } from '../refusal.ts'

export const tokenRoutes: Routes = house =>
  new Hono()
    .get(
      outlets.tokens,
      endpoint(
        house,
        { may: 'GET /api/office/tokens' },
        async ({ house, who: { organisation } }): Promise<TokensReply> => ({
          tokens: await tokensOf(house.db, organisation),
        }),
      ),
    )
    .post(
      outlets.tokens,
      endpoint(
        house,
        { may: 'POST /api/office/tokens', body: tokenRequest },
        async ({ house, who: { organisation }, body, context }): Promise<TokenReply> => {
          if (!(await knowsServices(house.db, organisation, body.services))) throw refuse('404.1')
          if (!(await mayEndOn(house, organisation, body.until))) throw refuse('422.21')
          const made = await newToken(house, organisation, body)
          await audit(house, organisation, 'token made', `${body.name}, until ${body.until}`)
          context.status(201)
          return made
        },
      ),
    )
    .post(
      outlets.endToken,
      endpoint(
        house,
        { may: 'POST /api/office/tokens/:token/end' },
        async ({ house, who: { organisation }, context }) => {
          const name = await endToken(house, organisation, context.req.param('token') ?? '')
          if (name === undefined) throw refuse('404.1')
          await audit(house, organisation, 'token ended', name)
          return {}
        },
      ),
    )
