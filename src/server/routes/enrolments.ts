// A browser becomes a ward's tablet by a one-use code.

import { type Context, Hono } from 'hono'
import { contactKinds, missingContacts } from '../../protocol/contacts.ts'
import { endpoints } from '../../protocol/endpoints.ts'
import { type EnrolReply, enrolRequest } from '../../protocol/tablet.ts'
import { addressOf } from '../address.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { audit } from '../queries/audit.ts'
import { mayHold } from '../queries/keys.ts'
import { eldestBox, newTablet, redeemCode, tabletsOf } from '../queries/tablets.ts'
import { countTry, forgetTry, type Try } from '../queries/tries.ts'
import { wardOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'
import { settingsFor } from '../settings.ts'
import { standing } from '../standing.ts'

const tryOf = (house: House, context: Context): Try => ({ what: 'code', address: addressOf(house, context) })

export const enrolmentRoutes: Routes = house =>
  new Hono().post(
    endpoints.enrol,
    endpoint(
      house,
      {
        may: 'POST /api/enrolments',
        body: enrolRequest,
        async before(house, context) {
          if (!(await countTry(house, tryOf(house, context)))) throw refuse('429.1')
        },
      },
      async ({ house, body, context }): Promise<EnrolReply> => {
        const found = await redeemCode(house, body.code)
        if (!found) throw refuse('403.1')
        // The code is spent by this transaction alone: what is refused leaves it as it was.
        if (body.ward !== undefined && body.ward !== found.ward) throw refuse('409.7')
        const ward = await wardOf(house.db, found.organisation, found.ward)
        const missing = ward ? missingContacts(ward.contacts) : contactKinds
        if (missing.length > 0) throw refuse('409.2', `missing: ${missing.join(', ')}`)
        await forgetTry(house, tryOf(house, context))
        if (!ward) throw refuse('404.1')
        // What waits there was sealed by people who were told what an earlier enrolment said.
        const box =
          body.ward === undefined ? ward.box : eldestBox(await tabletsOf(house.db, found.organisation), ward)
        const { token, tablet } = await newTablet(house, found.organisation, found.ward, box)
        const settings = await settingsFor(house, tablet)
        await mayHold(house.db, tablet, [settings.key.id])
        await audit(house, tablet.organisation, 'tablet enrolled', tablet.id)
        return { token, tablet: tablet.id, settings, ...(await standing(house, tablet)) }
      },
    ),
  )
