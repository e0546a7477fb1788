// What a page of the office asks of the database: three questions, for thirty wards as for three, and no more rows than it shows.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/protocol/accounts.ts'
import { appOf } from '../../src/server/app.ts'
import { sqlite } from '../../src/server/database/engine.ts'
import type { Schema } from '../../src/server/database/schema.ts'
import { SESSION } from '../../src/server/guards.ts'
import type { House } from '../../src/server/house.ts'
import { newSession } from '../../src/server/queries/sessions.ts'
import { newTablet } from '../../src/server/queries/tablets.ts'
import { wardsOf } from '../../src/server/queries/wards.ts'
import { makeTrust, type Size as TrustSize } from '../bench/estate.ts'
import { rowCounter } from './asked.ts'
import { houseAt } from './count/room.ts'
import { named, type Place } from './estate.ts'
import { pages } from './pages.ts'

/** Questions that a page may ask, besides who is signed in. */
const MOST = 3

/** Which of two actions comes last on a page is chance, and one has a few rows more than the other. */
const CHANCE = 8

/** The page that shows more where there are more releases: what a ward was promised before. */
const growing = ['/api/office/releases/:release/actions']

interface Trust {
  /** The questions to the database that a page's request leads to, but for who is signed in, and the rows that all bring. */
  asked(path: string, role: Role): Promise<{ readonly questions: string[]; readonly rows: number }>
  /** How SQLite finds what a question asks for. */
  plan(question: string): Promise<string>
  close(): Promise<void>
}

type Size = Partial<Pick<TrustSize, 'wards' | 'months' | 'forms'>>

/** A trust of so many wards: each with a tablet, releases, what is done about them, somebody who reads, and so on. */
async function trustOf({ wards = 3, months = 30, forms = 12 }: Size = {}): Promise<Trust> {
  const data = mkdtempSync(join(tmpdir(), 'ev-queries-'))
  const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
  const services = Math.ceil(wards / 2)
  const organisation = await makeTrust(house, { services, wards, months, forms })
  const all: Place[] = (await wardsOf(house.db, organisation)).map(({ id, service, box }) => ({
    ...{ organisation, service, box, name: service, ward: id, tablet: '', key: '' },
  }))
  for (const place of all) await furnish(house, place)
  const said: string[] = []
  const counter = rowCounter()
  const db = new Kysely<Schema>({
    dialect: sqlite(data).dialect,
    log: ({ query }) => void said.push(query.sql),
  }).withPlugin(counter)
  const app = appOf({ ...house, db })
  const [first] = all
  const once = new Map<string, ReturnType<Trust['asked']>>()
  const asked = async (path: string, role: Role) => {
    const [, what] = /:(\w+)/.exec(path) ?? []
    const id = what && first ? await named(house.db, first, what, path) : ''
    const cookie = `${SESSION}=${await newSession(house, organisation, role)}`
    const ask = () => app.request(path.replace(/:\w+/, id), { headers: { cookie } })
    // What was published before is read once by each process, and not by a page.
    await ask()
    said.length = 0
    counter.rows = 0
    const { status } = await ask()
    expect(status, path).toBe(200)
    const asked = said.filter(one => !/^(begin|commit)|"sessions"/.test(one))
    // A list of ids is one question, however long.
    return { questions: asked.map(one => one.replace(/\?(, \?)+/g, '?')), rows: counter.rows }
  }
  return {
    // Once for each page: what a path names is made for it, and stays there.
    asked(path, role) {
      const found = once.get(path) ?? asked(path, role)
      once.set(path, found)
      return found
    },
    async plan(question) {
      const steps = sql.raw<{ detail: string }>(`explain query plan ${question}`).execute(house.db)
      return (await steps).rows.map(({ detail }) => detail).join('\n')
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
  let usual: Trust
  let others: Readonly<Record<'wide' | 'long' | 'full', Trust>>
  beforeAll(async () => {
    usual = await trustOf()
    others = {
      wide: await trustOf({ wards: 30 }),
      long: await trustOf({ months: 60 }),
      full: await trustOf({ forms: 60 }),
    }
  }, 60_000)
  afterAll(() => Promise.all([usual, ...Object.values(others ?? {})].map(one => one?.close())))

  it.each(pages)(
    '$path asks the database as often for thirty wards as for three, so that a large trust need not wait',
    async ({ path, role }) => {
      const { questions } = await others.wide.asked(path, role)
      expect(questions).toEqual((await usual.asked(path, role)).questions)
      expect(questions.length, questions.join('\n')).toBeLessThanOrEqual(MOST)
    },
  )

  it.each(pages)(
    '$path reads as much of many forms as of few, since totals are all that is kept',
    async page => {
      const { rows } = await others.full.asked(page.path, page.role)
      expect(Math.abs(rows - (await usual.asked(page.path, page.role)).rows)).toBeLessThanOrEqual(CHANCE)
    },
  )

  it.each(pages.filter(({ path }) => !growing.includes(path)))(
    '$path reads as much after four years as after two, so that it is as quick for ever',
    async ({ path, role }) => {
      const { rows } = await others.long.asked(path, role)
      expect(Math.abs(rows - (await usual.asked(path, role)).rows)).toBeLessThanOrEqual(CHANCE)
    },
  )

  it('finds a page of closed actions by the days of releases, and neither reads nor sorts what was ever closed', async () => {
    const { questions } = await usual.asked('/api/office/actions', 'reader')
    const plan = await usual.plan(questions.find(one => one.includes('limit')) ?? '')
    expect(plan).toContain('SEARCH releases USING COVERING INDEX releases_by_due')
    expect(plan.match(/USE TEMP B-TREE.*/g)).toEqual(['USE TEMP B-TREE FOR LAST TERM OF ORDER BY'])
  })
})
