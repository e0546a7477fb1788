// Addresses that are told of releases: made, given another secret, looked at and ended by administrators.

import { type Context, Hono } from 'hono'
import { outlets, type SecretReply, type WebhooksReply, webhookRequest } from '../../protocol/outlets.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { mayBeTold } from '../outlets/allowed.ts'
import { signingSecret } from '../outlets/signed.ts'
import { audit } from '../queries/audit.ts'
import { knowsServices } from '../queries/members.ts'
import { endWebhook, newWebhook, setNonce, webhooksOf } from '../queries/webhooks.ts'
import { refuse } from '../refusal.ts'
import { newSecret } from '../secrets.ts'

export const webhookRoutes: Routes = house =>
  new Hono()
    .get(
      outlets.webhooks,
      endpoint(
        house,
        { may: 'GET /api/office/webhooks' },
        async ({ house, who: { organisation } }): Promise<WebhooksReply> => ({
          webhooks: await webhooksOf(house.db, organisation),
        }),
      ),
    )
    .post(
      outlets.webhooks,
      endpoint(
        house,
        { may: 'POST /api/office/webhooks', body: webhookRequest },
        async ({ house, who, body, context }): Promise<SecretReply> => {
          const { organisation, demonstration } = who
          if (!(await knowsServices(house.db, organisation, body.services))) throw refuse('404.1')
          if (!mayBeTold(body.url, demonstration)) throw refuse('422.22')
          const nonce = newSecret(house.random)
          const id = await newWebhook(house, organisation, body, nonce)
          await audit(house, organisation, 'webhook made', hostOf(body.url))
          context.status(201)
          return { id, secret: signingSecret(house, nonce) }
        },
      ),
    )
    .post(
      outlets.turnWebhook,
      endpoint(
        house,
        { may: 'POST /api/office/webhooks/:webhook/secret' },
        async ({ house, who: { organisation }, context }): Promise<SecretReply> => {
          const nonce = newSecret(house.random)
          const id = idIn(context)
          const url = await setNonce(house.db, organisation, id, nonce)
          if (url === undefined) throw refuse('404.1')
          await audit(house, organisation, 'webhook secret changed', hostOf(url))
          return { id, secret: signingSecret(house, nonce) }
        },
      ),
    )
    .post(
      outlets.endWebhook,
      endpoint(
        house,
        { may: 'POST /api/office/webhooks/:webhook/end' },
        async ({ house, who: { organisation }, context }) => {
          const url = await endWebhook(house, organisation, idIn(context))
          if (url === undefined) throw refuse('404.1')
          await audit(house, organisation, 'webhook ended', hostOf(url))
          return {}
        },
      ),
    )

const idIn = (context: Context): string => context.req.param('webhook') ?? ''

// What stands behind the host may be a secret of the other side's.
const hostOf = (url: string): string => new URL(url).host
