// What happens by itself: counts whose day has come, the daily look at boxes, old keys and deleted bytes that can go.

import { lookAtClosed } from './closing.ts'
import { runDueCounts } from './count/due.ts'
import type { House } from './house.ts'
import { retireKeys } from './keys.ts'
import { eraseDeleted } from './ledger.ts'
import { logError } from './log.ts'
import { lookAtBoxes, mendDays } from './queries/boxes.ts'
import { fillBoxes } from './queries/together.ts'
import { forgetVisits } from './queries/visits.ts'
import { makeBeforehand } from './results.ts'

const EVERY = 5 * 60_000

const works: readonly [string, (house: House) => Promise<unknown>][] = [
  ['filling in what an older server leaves out', fillBoxes],
  ['mending the days of boxes', mendDays],
  ['counting the boxes that are due', runDueCounts],
  ['looking at the boxes', lookAtBoxes],
  ['looking at the boxes that stay closed', lookAtClosed],
  ['retiring keys', retireKeys],
  ['erasing what was deleted', eraseDeleted],
  ['forgetting sessions that are over', forgetVisits],
  ['making results beforehand', makeBeforehand],
]

/** Work that goes on beside the requests. */
export interface Daily {
  /** Resolves when all of it was done once. */
  readonly once: Promise<void>
  /** Resolves when what was under way is done; nothing begins after. */
  stop(): Promise<void>
}

/** Does the day's work now, then every few minutes; one round never overlaps another. */
export function daily(house: House): Daily {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()

  const work = async () => {
    for (const [what, run] of works) if (!stopped) await run(house).catch(error => logError(what, error))
    if (!stopped) timer = setTimeout(begin, EVERY)
  }
  const begin = () => {
    round = work()
  }

  begin()
  return {
    once: round,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
