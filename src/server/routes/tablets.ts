// What a tablet says to the ballot box: that it is there, what people sealed on it and took back, and what it has counted.

import { Hono } from 'hono'
import { endpoints } from '../../protocol/endpoints.ts'
import {
  type CheckInReply,
  checkInRequest,
  type SendReply,
  sendRequest,
  tallyRequest,
  type WithdrawReply,
  withdrawRequest,
} from '../../protocol/tablet.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { ingest } from '../ingest.ts'
import { catchUp } from '../ledger.ts'
import { holds, mayHold } from '../queries/keys.ts'
import { heard, tellBox } from '../queries/tablets.ts'
import { keepTally } from '../queries/tallies.ts'
import { inTransaction } from '../queries/transaction.ts'
import { settingsFor } from '../settings.ts'
import { standing } from '../standing.ts'
import { withdraw } from '../withdraw.ts'

export const tabletRoutes: Routes = house =>
  new Hono()
    .post(
      endpoints.checkIn,
      endpoint(
        house,
        { may: 'POST /api/tablet', body: checkInRequest },
        async ({ house, who, body }): Promise<CheckInReply> => {
          await heard(house, who)
          await holds(house, who, body.waiting, body.sealsTo)
          // Who waits to be sent was told of the box that it was: the tablet hears of another when nobody does.
          const waits = Object.values(body.waiting).some(forms => forms > 0)
          const settings = await settingsFor(
            house,
            waits ? who : { ...who, box: await tellBox(house.db, who) },
          )
          await mayHold(house.db, who, [settings.key.id])
          return { settings, ...(await standing(house, who)) }
        },
      ),
    )
    .post(
      endpoints.envelopes,
      endpoint(
        house,
        { may: 'POST /api/envelopes', body: sendRequest },
        async ({ house, who, body }): Promise<SendReply> => {
          const receipts = await ingest(house, who, body.envelopes)
          return { receipts, ...(await standing(house, who)) }
        },
      ),
    )
    .post(
      endpoints.withdrawals,
      endpoint(
        house,
        { may: 'POST /api/withdrawals', body: withdrawRequest, apart: true },
        async ({ house, who, body }): Promise<WithdrawReply> => {
          // A count may stand in the ledger alone, when its commit failed: what it took is opened.
          await catchUp(house)
          return inTransaction(house, async within => ({
            withdrawals: await withdraw(within, who, body.slips),
            ...(await standing(within, who)),
          }))
        },
      ),
    )
    .post(
      endpoints.tallies,
      endpoint(house, { may: 'POST /api/tablet/tally', body: tallyRequest }, async ({ house, who, body }) => {
        await keepTally(house, who, body)
        return standing(house, who)
      }),
    )
