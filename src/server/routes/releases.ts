// One release, to the office of the organisation that it belongs to.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { office } from '../guards.ts'
import { releaseOf } from '../queries/counts.ts'
import { refuse } from '../refusal.ts'

/** GET a release with the names of what it is about; 404.1 for any other organisation's. */
export const releaseRoutes: Routes = house =>
  new Hono().get(
    endpoints.release,
    endpoint(house, { who: office }, async ({ house, who: { organisation }, context }) => {
      const found = await releaseOf(house.db, organisation, context.req.param('release') ?? '')
      if (!found) throw refuse('404.1')
      return found
    }),
  )
