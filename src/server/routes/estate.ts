// The estate: what things are called, how many forms a box is counted with, which wards together, and on which day.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { countDayRequest, groupsRequest, nameRequest, serviceRequest } from '../../protocol/estate.ts'
import { isDay } from '../clock.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { audit } from '../queries/audit.ts'
import { boxesOf, movable, moveCount, todayAt } from '../queries/boxes.ts'
import { lockService, nameOrganisation, rename, setThreshold, thresholdOf } from '../queries/estate.ts'
import { servicesOf, wardOf, wardsOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'
import { group } from '../together.ts'

/** PUT each: what it says holds for forms of people who can be told so, never for those that are here already. */
export const estateRoutes: Routes = house =>
  new Hono()
    .put(
      endpoints.organisation,
      endpoint(
        house,
        { may: 'PUT /api/office/organisation', body: nameRequest },
        async ({ house, who: { organisation }, body: { name } }) => {
          await nameOrganisation(house.db, organisation, name)
          await audit(house, organisation, 'organisation named', name)
          return {}
        },
      ),
    )
    .put(
      endpoints.service,
      endpoint(
        house,
        { may: 'PUT /api/office/services/:service', body: serviceRequest },
        async ({ house, who: { organisation }, body: { name, threshold: to }, context }) => {
          const service = context.req.param('service') ?? ''
          await lockService(house.db, organisation, service)
          const from = await thresholdOf(house.db, organisation, service)
          if (from === undefined) throw refuse('404.1')
          const others = (await servicesOf(house.db, organisation)).filter(one => one.id !== service)
          if (others.some(one => one.name === name)) throw refuse('409.33')
          await rename(house.db, 'services', organisation, service, name)
          if (from !== to) await setThreshold(house.db, organisation, service, { from, to })
          await audit(house, organisation, 'service set', `${name}, ${to}`)
          return {}
        },
      ),
    )
    .put(
      endpoints.groups,
      endpoint(
        house,
        { may: 'PUT /api/office/services/:service/groups', body: groupsRequest },
        async ({ house, who: { organisation }, body, context }) => {
          const service = context.req.param('service') ?? ''
          if ((await thresholdOf(house.db, organisation, service)) === undefined) throw refuse('404.1')
          const refused = await group(house, organisation, service, body)
          if (refused) throw refuse(refused)
          return {}
        },
      ),
    )
    .put(
      endpoints.wardName,
      endpoint(
        house,
        { may: 'PUT /api/office/wards/:ward/name', body: nameRequest },
        async ({ house, who: { organisation }, body: { name }, context }) => {
          const wards = await wardsOf(house.db, organisation)
          const ward = wards.find(one => one.id === context.req.param('ward'))
          if (!ward) throw refuse('404.1')
          // On Welcome it stands beside the others that are counted with it.
          const same = wards.some(one => one.name === name && one.service === ward.service && one !== ward)
          if (same) throw refuse('409.33')
          await rename(house.db, 'wards', organisation, ward.id, name)
          await audit(house, organisation, 'ward named', `${ward.name}: ${name}`)
          return {}
        },
      ),
    )
    .put(
      endpoints.countDay,
      endpoint(
        house,
        { may: 'PUT /api/office/wards/:ward/count-day', body: countDayRequest },
        async ({ house, who: { organisation }, body: { day }, context }) => {
          const ward = await wardOf(house.db, organisation, context.req.param('ward') ?? '')
          const box = (await boxesOf(house.db, organisation)).find(one => one.id === ward?.box)
          if (!box) throw refuse('404.1')
          const may = movable(box, todayAt(house, box))
          if (may === null || day < may.from || day > may.to || !isDay(day)) throw refuse('409.32')
          if (!(await moveCount(house.db, organisation, box, day))) throw refuse('409.32')
          await audit(house, organisation, 'count moved', `${ward?.name}: ${box.next_count}, ${day}`)
          return {}
        },
      ),
    )
