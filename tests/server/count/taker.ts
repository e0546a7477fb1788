// A process of its own that takes a form back, and stops at a point until it is told to go on or is killed.

import { createInterface } from 'node:readline'
import { reconcile } from '../../../src/server/ledger.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { withdraw } from '../../../src/server/withdraw.ts'
import { houseAt } from './room.ts'

const { data, databaseUrl, day, tablet, slip, stopAt } = JSON.parse(process.argv[2] ?? '{}')
const house = await houseAt({ data, databaseUrl }, day)
await reconcile(house)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
await inTransaction(house, within =>
  withdraw(within, tablet, [slip], async point => {
    if (point !== stopAt) return
    process.stdout.write(`${point}\n`)
    await lines.next()
  }),
)
process.stdout.write('done\n')
await house.db.destroy()
process.exit(0)
