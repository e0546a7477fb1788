// A trust as it lies on the disk or in the database, and the requests of those who are signed in to it.

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESSION } from '../../../src/server/guards.ts'
import type { House } from '../../../src/server/house.ts'
import { newSession, newSignIn } from '../../../src/server/queries/sessions.ts'
import { newTablet } from '../../../src/server/queries/tablets.ts'
import { wardsOf } from '../../../src/server/queries/wards.ts'
import { houseAt } from '../../server/count/room.ts'
import { pages as all } from '../../server/pages.ts'
import { makeTrust, type Size } from '../estate.ts'

/** The day of the bench: after the last count of a trust, and before its next. */
export const DAY = '2026-10-15'

/** A page's request as it goes out. */
export interface Asked {
  /** As permissions.ts names it. */
  readonly path: string
  readonly to: string
  readonly cookie: string
}

/** What is to be made: a trust of a size, in this database or in a file of its own. */
export interface Order {
  readonly size: Size
  readonly databaseUrl: string | undefined
}

export interface Made {
  /** The folder of its files. */
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly asked: readonly Asked[]
  /** What signs a browser in, once. */
  readonly token: string
  /** What counts left behind. */
  readonly kept: { readonly releases: number; readonly forms: number }
}

/** Makes a trust, with somebody of each role signed in. */
export async function make({ size, databaseUrl }: Order): Promise<Made> {
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
  return { data, databaseUrl, asked, token, kept }
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
