// The end of a shift: a fleet of tablets sends all that it has within a second, over lines as they are on wards.

import { seeded } from '../../../src/server/demonstration/people.ts'
import { lineOf, nothingSeen, type Seen } from './line.ts'
import type { Waiting } from './sealed.ts'
import { type Server, watchMemory } from './servers.ts'
import { type Sent, sendAll } from './tablet.ts'
import type { Enrolled } from './trust.ts'

/** One tablet and what waits on it. */
export interface Loaded {
  readonly tablet: Enrolled
  readonly forms: readonly Waiting[]
}

/** What came of a wave. */
export interface Wave {
  readonly seen: Seen
  readonly sent: readonly Sent[]
  /** Seconds until the last tablet had its last receipt. */
  readonly seconds: number
  /** Megabytes of each server over time. */
  readonly memory: readonly (readonly number[])[]
}

/** Shares of requests that are cut off on their way out and on their way back. */
const CUT = 0.03

/** Sends it all within a second; resolves when each tablet has all its receipts. On a fine day nothing is cut off. */
export async function wave(
  servers: readonly Server[],
  fleet: readonly Loaded[],
  weather: 'fine' | 'bad',
  seed: number,
): Promise<Wave> {
  const random = seeded(seed)
  const seen = nothingSeen()
  const cut = weather === 'fine' ? 0 : CUT
  let asked = 0
  const next = () => servers[asked++ % servers.length]?.url ?? ''
  const memory = watchMemory(servers)
  const began = performance.now()
  const sent = await Promise.all(
    fleet.map(async ({ tablet, forms }, n) => {
      const own = seeded(seed + n)
      if (weather === 'bad') await new Promise(later => setTimeout(later, random() * 1000))
      const forgets = weather === 'bad' && n % 2 === 0
      const line = lineOf(next, { random: own, out: cut, back: cut, forgets }, seen)
      return sendAll(tablet, forms, line.fetch, own).finally(line.end)
    }),
  )
  return { seen, sent, seconds: (performance.now() - began) / 1000, memory: memory() }
}
