// What a rescue file takes from the outbox, and puts into it.

import type { Database } from './database.ts'
import type { Entry, Sealed } from './records.ts'
import { count } from './tally.ts'

/** How many came in, were here already, and were taken back by their people. */
export interface TakenIn {
  readonly came: number
  readonly here: number
  readonly takenBack: number
}

export interface Rescuing {
  /** All that waits or is set aside. It is marked as tried first, on disk: its bytes may be anywhere from now on. */
  out(): Promise<readonly Sealed[]>
  /** Puts in, in one transaction, what is not here in any state and was not taken back here. */
  in(envelopes: readonly Sealed[]): Promise<TakenIn>
}

export function createRescuing(database: Database): Rescuing {
  const { outbox, withdrawals, write } = database
  const tried = (entry: Entry): Entry => (entry.state === 'waiting' ? { ...entry, tried: true } : entry)

  return {
    out: () =>
      write(async () => {
        const kept = await outbox.where('state').anyOf('waiting', 'set-aside').toArray()
        await outbox.bulkPut(kept.map(tried))
        return kept
      }),

    in(envelopes) {
      // Kept over both runs: after a commit of which nobody heard, the second finds them here. What the disk says goes first:
      // the first run may have come to nothing.
      const came = new Set<string>()
      return write(async () => {
        const back = new Set<string | undefined>((await withdrawals.toArray()).map(({ mark }) => mark))
        let here = 0
        let takenBack = 0
        for (const one of envelopes) {
          if (await outbox.get(one.digest)) here += came.has(one.digest) ? 0 : 1
          else if (one.slip !== undefined && back.has(one.slip)) takenBack += 1
          else {
            await outbox.add({ ...one, state: 'waiting', tried: true })
            await count(database, 'sealed')
            came.add(one.digest)
          }
        }
        return { came: came.size, here, takenBack }
      })
    },
  }
}
