// In a demonstration only: tops a ward's box up with synthetic forms and lets its date come.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { advance } from '../demonstration/advance.ts'
import { endpoint, type Routes } from '../endpoint.ts'

/** POST: the id of the new release; 404.1 where the organisation is no demonstration. */
export const demonstrationRoutes: Routes = house =>
  new Hono().post(
    endpoints.demonstrate,
    endpoint(
      house,
      { may: 'POST /api/office/demonstration/:ward', apart: true },
      async ({ house, who: { organisation }, context }) => ({
        release: await advance(house, organisation, context.req.param('ward') ?? ''),
      }),
    ),
  )
