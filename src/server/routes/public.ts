// What anybody may ask: whether the server is well, and what it can be asked.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import description from '../../protocol/openapi.json' with { type: 'json' }
import { endpoint, type Routes } from '../endpoint.ts'
import { firstOrganisation } from '../queries/organisations.ts'

export const publicRoutes: Routes = house =>
  new Hono()
    .get(
      endpoints.health,
      endpoint(house, { may: 'GET /api/health' }, async ({ house }) => {
        await firstOrganisation(house.db)
        return { status: 'ok' }
      }),
    )
    .get(
      endpoints.description,
      endpoint(house, { may: 'GET /api/openapi.json', apart: true }, async () => description),
    )
