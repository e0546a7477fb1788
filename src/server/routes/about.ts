// What a leader says about a ward: its idle minutes, its beds, where paper forms go back to.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { aboutRequest } from '../../protocol/office.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { audit } from '../queries/audit.ts'
import { setAbout } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'

/** PUT all of it at once; 404.1 for a ward that the organisation does not have. */
export const aboutRoutes: Routes = house =>
  new Hono().put(
    endpoints.about,
    endpoint(
      house,
      { may: 'PUT /api/office/wards/:ward/about', body: aboutRequest },
      async ({ house, who: { organisation }, body, context }) => {
        const ward = context.req.param('ward') ?? ''
        if (!(await setAbout(house.db, organisation, ward, body))) throw refuse('404.1')
        // By its beds a release is held or not: whoever says another number for a while has said so.
        const beds = body.beds === null ? '' : `, ${body.beds} beds`
        await audit(house, organisation, 'about set', ward + beds)
        return {}
      },
    ),
  )
