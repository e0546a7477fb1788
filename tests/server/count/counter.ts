// A process of its own that counts, and stops at a point until it is told to go on or is killed.

import { createInterface } from 'node:readline'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { houseAt } from './room.ts'

const { data, databaseUrl, day, stopAt } = JSON.parse(process.argv[2] ?? '{}')
const house = await houseAt({ data, databaseUrl }, day)
await reconcile(house)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
await runDueCounts(house, async point => {
  if (point !== stopAt) return
  process.stdout.write(`${point}\n`)
  await lines.next()
})
process.stdout.write('done\n')
await house.db.destroy()
process.exit(0)
