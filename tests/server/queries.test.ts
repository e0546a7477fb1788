// How often a page of the office asks the database: as often for thirty wards as for three, and seldom.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/protocol/accounts.ts'
import { appOf } from '../../src/server/app.ts'
import { sqlite } from '../../src/server/database/engine.ts'
import type { Schema } from '../../src/server/database/schema.ts'
import { SESSION } from '../../src/server/guards.ts'
import type { House } from '../../src/server/house.ts'
import { permissions, type Route, type Rule } from '../../src/server/permissions.ts'
import { newSession } from '../../src/server/queries/sessions.ts'
import { newTablet } from '../../src/server/queries/tablets.ts'
import { wardsOf } from '../../src/server/queries/wards.ts'
import { makeTrust } from '../bench/estate.ts'
import { houseAt } from './count/room.ts'
import { named, type Place } from './estate.ts'

/** Every page's request there is, with who may make it: a new one is counted as soon as it has a rule. */
const pages = (Object.entries(permissions) as [Route, Rule][]).flatMap(([route, rule]) =>
  rule.by === 'office' && route.startsWith('GET /api/office') && !rule.person
    ? [{ path: route.slice('GET '.length), role: rule.roles[0] ?? 'reader' }]
    : [],
)

/** The first page shows all that an office looks at daily, each once: places, boxes, tablets, releases, what was answered. */
const most = (path: string): number => (path === '/api/office' ? 12 : 3)

interface Trust {
  /** The questions to the database that a page's request leads to, but for who is signed in. */
  asked(path: string, role: Role): Promise<string[]>
  close(): Promise<void>
}

/** A trust of so many wards: each with a tablet, releases, what is done about them, somebody who reads, and so on. */
async function trustOf(wards: number): Promise<Trust> {
  const data = mkdtempSync(join(tmpdir(), 'ev-queries-'))
  const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
  const services = Math.ceil(wards / 2)
  const organisation = await makeTrust(house, { services, wards, months: 3, forms: 12 })
  const all: Place[] = (await wardsOf(house.db, organisation)).map(({ id, service, box }) => ({
    ...{ organisation, service, box, name: service, ward: id, tablet: '', key: '' },
  }))
  for (const place of all) await furnish(house, place)
  const sql: string[] = []
  const db = new Kysely<Schema>({
    dialect: sqlite(data).dialect,
    log: ({ query }) => void sql.push(query.sql),
  })
  const app = appOf({ ...house, db })
  const [first] = all
  return {
    async asked(path, role) {
      const [, what] = /:(\w+)/.exec(path) ?? []
      const id = what && first ? await named(house.db, first, what, path) : ''
      const cookie = `${SESSION}=${await newSession(house, organisation, role)}`
      sql.length = 0
      const { status } = await app.request(path.replace(/:\w+/, id), { headers: { cookie } })
      expect(status, path).toBe(200)
      const asked = sql.filter(one => !/^(begin|commit)|"sessions"/.test(one))
      // A list of ids is one question, however long.
      return asked.map(one => one.replace(/\?(, \?)+/g, '?'))
    },
    async close() {
      await Promise.all([house.db.destroy(), db.destroy()])
      rmSync(data, { recursive: true })
    },
  }
}

async function furnish(house: House, place: Place): Promise<void> {
  const { organisation, ward, box } = place
  const { tablet } = await newTablet(house, organisation, ward, box)
  const tally = { sealed: 3, sent: 1, waiting: 1, withdrawn: 0, erased: 0, set_aside: 0, anew_on: null }
  await house.db
    .insertInto('tallies')
    .values({ organisation, tablet: tablet.id, ...tally })
    .execute()
  for (const [what, path] of furniture) await named(house.db, place, what, path)
}

const furniture = [
  ['release', 'let-go'],
  ['action', ''],
  ['checker', ''],
  ['member', ''],
  ['invitation', ''],
  ['token', ''],
  ['webhook', ''],
] as const

describe('an office page', () => {
  let small: Trust
  let large: Trust
  beforeAll(async () => {
    small = await trustOf(3)
    large = await trustOf(30)
  }, 60_000)
  afterAll(() => Promise.all([small?.close(), large?.close()]))

  it.each(pages)(
    '$path asks the database as often for thirty wards as for three, so that a large trust need not wait',
    async ({ path, role }) => {
      const asked = await large.asked(path, role)
      expect(asked).toEqual(await small.asked(path, role))
      expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(most(path))
    },
  )
})
