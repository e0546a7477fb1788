// A process of its own that does one thing in a house, and stops at a point until it is told to go on or is killed.

import { createInterface } from 'node:readline'
import type { House } from '../../../src/server/house.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { houseAt } from './room.ts'

/** Does the work with what this process was given, and ends it. `at` is awaited at every point. */
export async function stops<Given>(
  work: (house: House, at: (point: string) => Promise<void>, given: Given) => Promise<unknown>,
): Promise<never> {
  const given = JSON.parse(process.argv[2] ?? '{}')
  const { data, databaseUrl, day, stopAt } = given
  const house = await houseAt({ data, databaseUrl }, day)
  await reconcile(house)
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  await work(
    house,
    async point => {
      if (point !== stopAt) return
      process.stdout.write(`${point}\n`)
      await lines.next()
    },
    given,
  )
  process.stdout.write('done\n')
  await house.db.destroy()
  process.exit(0)
}
