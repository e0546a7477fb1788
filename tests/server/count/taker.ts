// A process of its own that takes a form back.

import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { withdraw } from '../../../src/server/withdraw.ts'
import { stops } from './stops.ts'

await stops<{ tablet: Parameters<typeof withdraw>[1]; slip: string }>((house, at, { tablet, slip }) =>
  inTransaction(house, within => withdraw(within, tablet, [slip], at)),
)
