// Forms that came on paper: an advocate's page is given the key, seals what was typed, and sends the envelope.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { type PaperKey, paperRequest } from '../../protocol/office.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { ingestFrom } from '../ingest.ts'
import { audit } from '../queries/audit.ts'
import { currentKey } from '../queries/keys.ts'
import { wardOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'
import { paperSender } from '../senders.ts'

/** GET the key that a ward's paper forms are sealed to, POST one; both for an advocate alone. */
export const paperRoutes: Routes = house =>
  new Hono()
    .get(
      endpoints.paper,
      endpoint(
        house,
        { may: 'GET /api/office/wards/:ward/paper' },
        async ({ house, who: { organisation }, context }): Promise<PaperKey> => {
          const ward = await wardOf(house.db, organisation, context.req.param('ward') ?? '')
          if (!ward) throw refuse('404.1')
          return { key: await currentKey(house.db, organisation, ward.service) }
        },
      ),
    )
    .post(
      endpoints.paper,
      endpoint(
        house,
        { may: 'POST /api/office/wards/:ward/paper', body: paperRequest },
        async ({ house, who: { organisation }, body, context }) => {
          const ward = context.req.param('ward') ?? ''
          const sender = await paperSender(house, organisation, ward)
          const [receipt] = await ingestFrom(house, sender, [body])
          await audit(house, organisation, 'paper', ward)
          return { receipt }
        },
      ),
    )
