// A country's shift end from beginning to end: trusts are made, a wave is sent to one or two servers, and each box is counted.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf, firstOfNextMonth } from '../../../src/server/clock.ts'
import type { House } from '../../../src/server/house.ts'
import { privateKey } from '../../../src/server/keyfiles.ts'
import type { Postgres } from '../../fixtures/postgres.ts'
import { houseAt } from '../../server/count/room.ts'
import { accounted, isCounted, released } from './proof.ts'
import { sealer } from './sealed.ts'
import { type Server, startServer } from './servers.ts'
import { type Enrolled, makeTrusts } from './trust.ts'
import { type Loaded, type Wave, wave } from './wave.ts'

/**
 * How much is sent, and by how many: `calm` waves of the tablets that are all let in at once, and then everybody's, over lines
 * that break unless it is said otherwise.
 */
export interface Size {
  readonly tablets: number
  readonly forms: number
  readonly calm: number
  readonly weather?: 'fine' | 'bad'
}

/** As many tablets as one server lets in at once (src/server/shed.ts), and a few less. */
export const FEW = 40

/** What came of it. */
export interface Shift {
  /** A fine day with as many tablets as are let in at once. */
  readonly calm: readonly Wave[]
  readonly storm: Wave
  /** Envelopes that the database has, all of them with a receipt. */
  readonly envelopes: number
  /** Seconds until every box was counted, and what came out; undefined where nobody was to count. */
  readonly counted:
    | { readonly seconds: number; readonly boxes: number; readonly releases: number }
    | undefined
}

/** One shift end with so many servers on a database of its own; `counts` says whether they count as well. Throws when anything is lost. */
export async function shift(
  cluster: Postgres,
  servers: 1 | 2,
  { tablets, forms, calm, weather = 'bad' }: Size,
  counts: boolean,
): Promise<Shift> {
  const data = mkdtempSync(join(tmpdir(), 'ev-country-'))
  const shared = { data, databaseUrl: cluster.database() }
  const now = new Date()
  const house = await houseAt(shared, dayOf(now, 'UTC'))
  try {
    const fleet = await makeTrusts(house, tablets)
    const seal = sealer(halvesOf(house, fleet))
    const load = (some: readonly Enrolled[]): Loaded[] =>
      some.map(tablet => ({ tablet, forms: seal(tablet, forms) }))
    const calms = Array.from({ length: calm }, () => load(fleet.slice(0, FEW)))
    const all = load(fleet)
    const waves: Wave[] = []
    const storm = await withServers(servers, shared, now, async running => {
      for (const [n, few] of calms.entries()) waves.push(await wave(running, few, 'fine', n + 1))
      return wave(running, all, weather, 1000)
    })
    const envelopes = await accounted(house.db, [...calms.flat(), ...all], [...waves, storm])
    return {
      ...{ calm: waves, storm, envelopes },
      counted: counts ? await countAll(house, shared, envelopes) : undefined,
    }
  } finally {
    await house.db.destroy()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Two servers wake up when all boxes are due, and both count. */
async function countAll(house: House, shared: Parameters<typeof startServer>[0], forms: number) {
  // What came in the last three nights of a month lies until the next.
  const day = firstOfNextMonth(firstOfNextMonth(dayOf(new Date(), 'UTC')))
  const began = performance.now()
  await withServers(2, shared, new Date(`${day}T12:00:00Z`), async () => {
    for (let tries = 0; !(await isCounted(house.db, day)); tries++) {
      if (tries > 600) throw new Error('the boxes are not counted')
      await new Promise(later => setTimeout(later, 100))
    }
  })
  return { seconds: (performance.now() - began) / 1000, ...(await released(house.db, forms)) }
}

async function withServers<T>(
  many: 1 | 2,
  shared: Parameters<typeof startServer>[0],
  at: Date,
  work: (servers: readonly Server[]) => Promise<T>,
): Promise<T> {
  const servers = await Promise.all(Array.from({ length: many }, () => startServer(shared, at)))
  const done = await work(servers).finally(() => Promise.all(servers.map(one => one.stop())))
  for (const { printed } of servers)
    if (/^\s+at /m.test(printed())) throw new Error(`a server stumbled:\n${printed().slice(0, 2000)}`)
  return done
}

const halvesOf = (house: House, fleet: readonly Enrolled[]): Record<string, JsonWebKey> =>
  Object.fromEntries(
    [...new Set(fleet.map(({ key }) => key))].map(key => [key, privateKey(house, key) ?? {}]),
  )
