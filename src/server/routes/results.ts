// What releases say together and over time: of the organisation, of a service, of a ward.

import { Hono } from 'hono'
import { doors } from '../../protocol/doors.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { newMemory } from '../remembered.ts'
import { resultsOf, type Scope } from '../results.ts'
import type { Session } from '../session.ts'

/** GETs of results; 404.1 for what is another's. */
export const resultsRoutes: Routes = house => {
  const remembered = house.remembered ?? newMemory()
  const results = async ({ db }: House, who: Session, scope: Scope): Promise<Response> => {
    const found = await resultsOf(db, who, scope, remembered)
    if (found === undefined) throw refuse('404.1')
    return new Response(found, { headers: { 'content-type': 'application/json' } })
  }
  return new Hono()
    .get(
      doors.results,
      endpoint(house, { may: 'GET /api/office/results', apart: true }, ({ house, who }) =>
        results(house, who, { of: 'organisation' }),
      ),
    )
    .get(
      doors.serviceResults,
      endpoint(
        house,
        { may: 'GET /api/office/results/services/:service', apart: true },
        ({ house, who, context }) =>
          results(house, who, { of: 'service', id: context.req.param('service') ?? '' }),
      ),
    )
    .get(
      doors.wardResults,
      endpoint(
        house,
        { may: 'GET /api/office/results/wards/:ward', apart: true },
        ({ house, who, context }) => results(house, who, { of: 'ward', id: context.req.param('ward') ?? '' }),
      ),
    )
}
