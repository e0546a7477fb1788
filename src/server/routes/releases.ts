// One release, to the office of the organisation that it belongs to; one that is held, to an advocate alone.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { audit } from '../queries/audit.ts'
import { letGo, releaseOf } from '../queries/releases.ts'
import { refuse } from '../refusal.ts'

/** GET a release with the names of what it is about, POST to let one go; 404.1 for any other organisation's. */
export const releaseRoutes: Routes = house =>
  new Hono()
    .get(
      endpoints.release,
      endpoint(
        house,
        { may: 'GET /api/office/releases/:release' },
        async ({ house, who: { organisation, role }, context }) => {
          const found = await releaseOf(house.db, organisation, context.req.param('release') ?? '')
          if (!found) throw refuse('404.1')
          if (found.held && role !== 'advocate') throw refuse('403.3')
          return found
        },
      ),
    )
    .post(
      endpoints.letGo,
      endpoint(
        house,
        { may: 'POST /api/office/releases/:release/let-go' },
        async ({ house, who: { organisation }, context }) => {
          const release = context.req.param('release') ?? ''
          if (!(await letGo(house.db, organisation, release))) throw refuse('404.1')
          await audit(house, organisation, 'release let go', release)
          return {}
        },
      ),
    )
