// In whose words a service's tablets speak, and how Welcome opens on a ward.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { mayOpen, openingRequest, switchRequest, type WordingsReply } from '../../protocol/wordings.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { audit } from '../queries/audit.ts'
import { servicesOf, setOpening, wardOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'
import { switchWording, wordingsOn, wordingViews } from '../wordings.ts'

export const wordingRoutes: Routes = house =>
  new Hono()
    .get(
      endpoints.wordings,
      endpoint(
        house,
        { may: 'GET /api/office/services/:service/wordings' },
        async ({ house, who: { organisation }, context }): Promise<WordingsReply> => {
          const service = await known(house, organisation, context.req.param('service'))
          return { wordings: await wordingViews(house.db, { organisation, service }) }
        },
      ),
    )
    .put(
      endpoints.wordings,
      endpoint(
        house,
        { may: 'PUT /api/office/services/:service/wordings', body: switchRequest },
        async ({ house, who: { organisation }, body, context }) => {
          const service = await known(house, organisation, context.req.param('service'))
          await switchWording(house, { organisation, service }, body.wording, body.ground)
          return {}
        },
      ),
    )
    .put(
      endpoints.opening,
      endpoint(
        house,
        { may: 'PUT /api/office/wards/:ward/opening', body: openingRequest },
        async ({ house, who: { organisation }, body, context }) => {
          const ward = await wardOf(house.db, organisation, context.req.param('ward') ?? '')
          if (!ward) throw refuse('404.1')
          const on = await wordingsOn(house.db, { organisation, service: ward.service })
          if (!mayOpen(body, on)) throw refuse('409.6')
          await setOpening(house.db, organisation, ward.id, body)
          await audit(house, organisation, 'opening set', ward.id)
          return {}
        },
      ),
    )

async function known({ db }: House, organisation: string, id: string | undefined): Promise<string> {
  const service = (await servicesOf(db, organisation)).find(one => one.id === id)
  if (!service) throw refuse('404.1')
  return service.id
}
