// A database that an earlier version made is taken over as it is: nothing is lost, nothing is switched on.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { plainAbout } from '../../src/protocol/office.ts'
import { plainOpening } from '../../src/protocol/tablet.ts'
import { configFrom } from '../../src/server/config.ts'
import { postgres, sqlite } from '../../src/server/database/engine.ts'
import type { Schema } from '../../src/server/database/schema.ts'
import { migrations } from '../../src/server/migrations/migrations.ts'
import { hashOf, keyIdOf } from '../../src/server/secrets.ts'
import { start } from '../../src/server/start.ts'
import { switchable } from '../../src/server/wordings.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { ask, signIn, someContacts } from './front.ts'

describe.each(['SQLite', 'PostgreSQL'])('a database of the first version, on %s', engine => {
  let cluster: Postgres | undefined
  beforeAll(async () => {
    if (engine === 'PostgreSQL') cluster = await startPostgres()
  })
  afterAll(() => cluster?.stop())

  /** As the first version left it: one ward with its tablet, and a link to sign in by. */
  async function early(folder: string, url: string | undefined, demonstration: 0 | 1) {
    const made = url === undefined ? sqlite(folder) : postgres(url)
    const db = new Kysely<Omit<Schema, 'wards'> & { wards: Omit<Schema['wards'], 'opening'> }>({
      dialect: made.dialect,
    })
    const { '0001-first': first } = migrations(made)
    if (!first) throw new Error('there is no first migration')
    const provider = { getMigrations: async () => ({ '0001-first': first }) }
    const { error } = await new Migrator({ db, provider }).migrateToLatest()
    if (error) throw error
    const of = { organisation: 'trust', service: 'adult' }
    await db
      .insertInto('organisations')
      .values({ id: 'trust', name: 'A trust', demonstration, days_ahead: 0 })
      .execute()
    await db
      .insertInto('services')
      .values({ organisation: 'trust', id: 'adult', name: 'Adult wards', threshold: 10 })
      .execute()
    await db
      .insertInto('boxes')
      .values({ ...of, id: 'box', next_count: '2026-06-01', enough: 0, as_of: '2026-05-04' })
      .execute()
    await db
      .insertInto('wards')
      .values({ ...of, id: 'willow', box: 'box', name: 'Willow', contacts: JSON.stringify(someContacts) })
      .execute()
    await db
      .insertInto('keys')
      .values({ ...of, id: keyIdOf('AA'), public_key: 'AA', state: 'current', keep_until: null })
      .execute()
    await db
      .insertInto('tablets')
      .values({
        organisation: 'trust',
        id: 't1',
        ward: 'willow',
        name: 'Tablet 1',
        token_hash: hashOf('its-token'),
        heard_on: '2026-05-04',
        ended: 0,
        batches: 0,
      })
      .execute()
    await db
      .insertInto('sign_ins')
      .values({ organisation: 'trust', hash: hashOf('its link'), until: '2027-01-01T00:00:00.000Z' })
      .execute()
    await db.destroy()
  }

  async function taken(demonstration: 0 | 1) {
    const folder = mkdtempSync(join(tmpdir(), 'ev-early-'))
    const url = cluster?.database()
    await early(folder, url, demonstration)
    const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: url }
    const server = await start(configFrom(settings, []), { now: () => new Date('2026-05-05T12:00:00Z') })
    try {
      const front = {
        ask: (path: string, how?: object) => ask(server.url + path, how),
        officeToken: 'its link',
      }
      const headers = { authorization: 'Bearer its-token' }
      const heard = await front.ask(endpoints.checkIn, { body: { waiting: {} }, headers })
      // Before it was taken over, 40 forms had come from there; nobody had counted them here.
      const counts = { sealed: 40, sent: 40, withdrawn: 0, erased: 0, waiting: 0, setAside: 0 }
      const tallied = await front.ask(endpoints.tallies, { body: counts, headers })
      return { overview: await (await signIn(front)).overview(), heard, tallied }
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it('keeps its ward and its tablet, with nothing but the original on', async () => {
    const { overview, heard } = await taken(0)
    expect(overview.services).toMatchObject([
      { name: 'Adult wards', wordings: [], wards: [{ name: 'Willow', opening: plainOpening }] },
    ])
    expect(heard.body).toMatchObject({ settings: { wordings: [], opening: plainOpening } })
  })

  it("takes its links for a leader's, its tablet's word for its counts, and asks nothing of what it can't know", async () => {
    const { overview, tallied } = await taken(0)
    expect(overview.role).toBe('leader')
    expect(overview.services[0]?.wards[0]).toMatchObject({
      about: plainAbout,
      held: [],
      tablets: [{ name: 'Tablet 1', questions: [] }],
    })
    expect(tallied.status).toBe(200)
  })

  it('shows every draft when it is a demonstration', async () => {
    const { overview } = await taken(1)
    expect(overview.services[0]?.wordings).toEqual(switchable.map(one => one.wording.id))
  })
})
