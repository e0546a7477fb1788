// What a tablet says to the ballot box: that it is there, and what people sealed on it.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import { type CheckInReply, checkInRequest, type SendReply, sendRequest } from '../../protocol/tablet.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { tablet } from '../guards.ts'
import { ingest } from '../ingest.ts'
import { holds, mayHold } from '../queries/keys.ts'
import { heard } from '../queries/tablets.ts'
import { settingsFor } from '../settings.ts'
import { standing } from '../standing.ts'

export const tabletRoutes: Routes = house =>
  new Hono()
    .post(
      endpoints.checkIn,
      endpoint(
        house,
        { who: tablet, body: checkInRequest },
        async ({ house, who, body }): Promise<CheckInReply> => {
          await heard(house, who)
          await holds(house, who, body.waiting, body.sealsTo)
          const settings = await settingsFor(house, who)
          await mayHold(house.db, who, [settings.key.id])
          return { settings, ...(await standing(house, who)) }
        },
      ),
    )
    .post(
      endpoints.envelopes,
      endpoint(
        house,
        { who: tablet, body: sendRequest },
        async ({ house, who, body }): Promise<SendReply> => {
          const receipts = await ingest(house, who, body.envelopes)
          return { receipts, ...(await standing(house, who)) }
        },
      ),
    )
