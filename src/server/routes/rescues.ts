// Envelopes out of a rescue file, brought in at the office because a tablet never had any signal.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { rescueRequest } from '../../protocol/office.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { ingestFrom } from '../ingest.ts'
import { rescueSender } from '../senders.ts'

/** POST: a receipt for each envelope of any ward of the organisation, as a tablet would get it. */
export const rescueRoutes: Routes = house =>
  new Hono().post(
    endpoints.rescues,
    endpoint(
      house,
      { may: 'POST /api/office/rescues', body: rescueRequest },
      async ({ house, who, body }) => ({
        receipts: await ingestFrom(house, await rescueSender(house, who, body.tablet), body.envelopes),
      }),
    ),
  )
