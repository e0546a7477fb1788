// The trusts of the bench, each with a real server process before it, and somebody signed in to it.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESSION } from '../../../src/server/guards.ts'
import type { House } from '../../../src/server/house.ts'
import { newSession, newSignIn } from '../../../src/server/queries/sessions.ts'
import { newTablet } from '../../../src/server/queries/tablets.ts'
import { wardsOf } from '../../../src/server/queries/wards.ts'
import { startServer } from '../../journeys/harness/serve.ts'
import { houseAt } from '../../server/count/room.ts'
import { pages as all } from '../../server/pages.ts'
import { makeTrust, type Size } from '../estate.ts'

/** The day of the bench: after the last count of a trust, and before its next. */
const DAY = '2026-10-15'

/** A page's request as it goes out. */
export interface Asked {
  /** As permissions.ts names it. */
  readonly path: string
  readonly to: string
  readonly cookie: string
}

export interface Trust {
  readonly url: string
  readonly asked: readonly Asked[]
  /** What signs a browser in, once. */
  readonly token: string
  /** What counts left behind. */
  readonly kept: { readonly releases: number; readonly forms: number }
  /** Milliseconds from the start of the process to its first answer with the organisation's results. */
  readonly first: number
  stop(): Promise<void>
}

/** Makes a trust and serves it. Throws where its results are not all of its releases. */
export async function served(size: Size, databaseUrl?: string): Promise<Trust> {
  const data = await mkdtemp(join(tmpdir(), 'equal-voice-bench-'))
  const house = await houseAt({ data, databaseUrl }, DAY)
  const organisation = await makeTrust(house, size)
  for (const { id, box } of await wardsOf(house.db, organisation))
    await newTablet(house, organisation, id, box)
  const asked = await requestsOf(house, organisation)
  const token = await newSignIn(house, organisation, 'administrator')
  const kept = await house.db
    .selectFrom('releases')
    .select(at => [at.fn.countAll<number>().as('releases'), at.fn.sum<number>('base').as('forms')])
    .executeTakeFirstOrThrow()
  await house.db.destroy()
  const began = performance.now()
  const server = await startServer({
    at: `${DAY}T10:00:00Z`,
    data,
    port: 0,
    empty: true,
    ...(databaseUrl && { databaseUrl }),
  })
  const results = asked.find(({ path }) => path === '/api/office/results')
  if (!results) throw new Error('there is no page of results')
  const { histories } = JSON.parse(await answer(server.url, results))
  const first = performance.now() - began
  const sum = histories[0]?.sums[0]?.sum
  if (sum?.base !== kept.forms || sum.releases !== kept.releases) throw new Error('results lack releases')
  return {
    url: server.url,
    asked,
    token,
    kept,
    first,
    async stop() {
      await server.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** What a request is answered; throws where it is refused. */
export async function answer(url: string, { to, cookie }: Asked): Promise<string> {
  const response = await fetch(url + to, { headers: { cookie } })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${to}: ${response.status} ${text}`)
  return text
}

/** Every page of the office, about the first ward, the newest of its releases, and an action that goes back to one. */
async function requestsOf({ db, ...house }: House, organisation: string): Promise<Asked[]> {
  const [ward] = await wardsOf(db, organisation)
  if (!ward) throw new Error('no ward')
  const { id: release } = await db
    .selectFrom('releases')
    .select('id')
    .where('box', '=', ward.box)
    .orderBy('due', 'desc')
    .executeTakeFirstOrThrow()
  const { action } = await db
    .selectFrom('action_entries')
    .select('action')
    .where('release', '=', release)
    .executeTakeFirstOrThrow()
  const ids: Readonly<Record<string, string>> = { ward: ward.id, service: ward.service, release, action }
  const asked: Asked[] = []
  for (const { path, role } of all) {
    const session = await newSession({ ...house, db }, organisation, role)
    asked.push({
      path,
      to: path.replace(/:(\w+)/, (_, what) => named(ids, what)),
      cookie: `${SESSION}=${session}`,
    })
  }
  return asked
}

function named(ids: Readonly<Record<string, string>>, what: string): string {
  const id = ids[what]
  if (id === undefined) throw new Error(`nobody has said what ${what} is`)
  return id
}

/** The pages by their names. */
export const paths = all.map(({ path }) => path)
