// What an office looks at and keeps: wards, their contacts and their tablets.

import { Hono } from 'hono'
import { missingContacts } from '../../protocol/contacts.ts'
import { endpoints } from '../../protocol/endpoints.ts'
import { type CodeReply, contactsRequest, wardRequest } from '../../protocol/office.ts'
import { showIn } from '../demonstration/drafts.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { newServiceKey } from '../keys.ts'
import { tabletLink } from '../links.ts'
import { overviewOf } from '../overview.ts'
import { audit } from '../queries/audit.ts'
import { endTablet, hasTablets, newEnrolment } from '../queries/tablets.ts'
import { newService, newWard, servicesOf, setContacts, wardOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'

export const officeRoutes: Routes = house =>
  new Hono()
    .get(
      endpoints.overview,
      endpoint(house, { may: 'GET /api/office' }, ({ house, who }) => overviewOf(house, who)),
    )
    .post(
      endpoints.wards,
      endpoint(
        house,
        { may: 'POST /api/office/wards', body: wardRequest },
        async ({ house, who: { organisation, demonstration }, body, context }) => {
          const found = (await servicesOf(house.db, organisation)).find(({ name }) => name === body.service)
          const service = found?.id ?? (await newService(house, organisation, body.service))
          if (!found) await newServiceKey(house, { organisation, id: service })
          if (!found && demonstration) await showIn(house, organisation, service)
          const ward = await newWard(house, organisation, service, body.ward)
          await audit(house, organisation, 'ward made', ward)
          context.status(201)
          return { ward }
        },
      ),
    )
    .put(
      endpoints.contacts,
      endpoint(
        house,
        { may: 'PUT /api/office/wards/:ward/contacts', body: contactsRequest },
        async ({ house, who: { organisation }, body, context }) => {
          const ward = context.req.param('ward') ?? ''
          const missing = missingContacts(body)
          if (missing.length > 0 && (await hasTablets(house.db, organisation, ward)))
            throw refuse('409.3', `missing: ${missing.join(', ')}`)
          if (!(await setContacts(house.db, organisation, ward, body))) throw refuse('404.1')
          await audit(house, organisation, 'contacts set', ward)
          return {}
        },
      ),
    )
    .post(
      endpoints.codes,
      endpoint(
        house,
        { may: 'POST /api/office/wards/:ward/codes' },
        async ({ house, who: { organisation }, context }): Promise<CodeReply> => {
          const ward = await wardOf(house.db, organisation, context.req.param('ward') ?? '')
          if (!ward) throw refuse('404.1')
          const missing = missingContacts(ward.contacts)
          if (missing.length > 0) throw refuse('409.2', `missing: ${missing.join(', ')}`)
          const { code, until } = await newEnrolment(house, organisation, ward.id)
          await audit(house, organisation, 'code made', ward.id)
          context.status(201)
          return { code, link: tabletLink(house, code), until }
        },
      ),
    )
    .post(
      endpoints.endTablet,
      endpoint(
        house,
        { may: 'POST /api/office/tablets/:tablet/end' },
        async ({ house, who: { organisation }, context }) => {
          const tablet = context.req.param('tablet') ?? ''
          if (!(await endTablet(house.db, organisation, tablet))) throw refuse('404.1')
          await audit(house, organisation, 'tablet ended', tablet)
          return {}
        },
      ),
    )
