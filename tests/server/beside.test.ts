// Two server processes on one PostgreSQL, with nothing between them but it and a folder: whoever is asked, the answer is the same.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digest, toBase64 } from '../../src/envelope/bytes.ts'
import { seal } from '../../src/envelope/seal.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { type Database, openDatabase } from '../../src/server/database/database.ts'
import { writeFirst } from '../../src/server/files.ts'
import { warnings } from '../../src/server/first.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { form, houseAt } from './count/room.ts'
import { ask, enrol, envelope, formId, type How, signIn, wayIn } from './front.ts'

const MAY = '2026-05-04T12:00:00Z'

describe('two servers on one database', () => {
  let cluster: Postgres
  let databaseUrl: string
  let folder: string
  let running: Served[] = []
  beforeAll(async () => {
    cluster = await startPostgres()
  })
  beforeEach(() => {
    databaseUrl = cluster.database()
    folder = mkdtempSync(join(tmpdir(), 'ev-beside-'))
  })
  afterEach(async () => {
    await Promise.all(running.map(one => one.stop()))
    running = []
    rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => cluster.stop())

  /** A look into the database, behind their backs. */
  async function look<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const db = await openDatabase({ url: databaseUrl, folder })
    return work(db).finally(() => db.destroy())
  }

  async function started(at = MAY, names = ['', '']): Promise<Served[]> {
    const all = names.map(name =>
      startServer({ at, data: join(folder, name), port: 0, databaseUrl, empty: true }),
    )
    running = await Promise.all(all)
    return running
  }

  /** Both as one front door: each request goes to the next of them. */
  async function door(at?: string, names?: string[]) {
    const all = await started(at, names)
    const officeToken = wayIn(all.map(({ officeLink }) => officeLink).join(''))
    let asked = 0
    const next = (path: string, how?: How) => ask((all[asked++ % all.length]?.url ?? '') + path, how)
    return { officeToken, ask: next }
  }

  it('begin together in an empty one with one organisation, and one invitation to its office', async () => {
    const all = await started()
    expect(await look(db => db.selectFrom('organisations').select('id').execute())).toHaveLength(1)
    expect(all.filter(({ officeLink }) => officeLink !== '')).toHaveLength(1)
  }, 60_000)

  it('know each other’s sessions, codes, tablets, envelopes and tries, whichever of them is asked', async () => {
    const front = await door()
    const leader = await signIn(front)
    const tablet = await enrol(front, leader, await leader.addWard('Adult wards', 'Willow'))
    const one = await envelope({ id: formId(), ward: tablet.ward, key: tablet.key })
    const states = [await tablet.send(one), await tablet.send(one), await tablet.send(one)]
    expect(states.flat()).toEqual(['stored', 'duplicate', 'duplicate'])
    const said = [1, 2, 3].map(() => tablet.ask(endpoints.checkIn, { waiting: {} }))
    const epochs = (await Promise.all(said)).map(({ body }) => (body as { epoch: string }).epoch)
    expect(new Set([...epochs, tablet.enrolled.epoch]).size).toBe(1)
    const guesses: (string | undefined)[] = []
    for (let n = 0; n < 11; n++)
      guesses.push((await front.ask(endpoints.enrol, { body: { code: '0000000000' } })).problem)
    expect(guesses.indexOf('429.1')).toBe(10)
  }, 60_000)

  it('count a box once, when its day comes to both of them', async () => {
    const front = await door()
    const leader = await signIn(front)
    const tablet = await enrol(front, leader, await leader.addWard('Adult wards', 'Willow'))
    const { publicKey } = tablet.enrolled.settings.key
    const sent = Array.from({ length: 12 }, async () => {
      const bytes = await seal(
        form('sometimes'),
        { id: formId(), ward: tablet.ward, key: tablet.key },
        publicKey,
      )
      return { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
    })
    expect(new Set(await tablet.send(...(await Promise.all(sent))))).toEqual(new Set(['stored']))
    await Promise.all(running.map(one => one.stop()))
    await started('2026-06-01T12:00:00Z')
    expect(await look(db => db.selectFrom('releases').select(['base', 'due']).execute())).toEqual([
      { base: 12, due: '2026-06-01' },
    ])
    expect(await look(db => db.selectFrom('counts').select('due').execute())).toHaveLength(1)
    expect(await look(db => db.selectFrom('spent').select('id').execute())).toHaveLength(12)
    expect(running.map(one => one.printed()).join('')).not.toMatch(/^\s+at /m)
  }, 60_000)

  it('say so when they do not share the ledger, since one could count again what the other has counted', async () => {
    await started(MAY, ['one'])
    // As after an hour of work.
    await look(db => db.updateTable('marks').set({ value: '13' }).where('name', '=', 'starts').execute())
    await Promise.all(running.map(one => one.stop()))
    await started(MAY, ['two'])
    expect(running[0]?.printed()).toMatch(
      /^Warning: the ledger in \S+two\S* lacks what this database has seen/m,
    )
  }, 60_000)

  it('say so when they do not share the secret of accounts, since one would sign out whom the other let in', async () => {
    const said = async (ACCOUNTS_SECRET: string) => {
      const house = await houseAt({ data: folder, databaseUrl }, '2026-05-04', { ACCOUNTS_SECRET })
      return warnings(house).finally(() => house.db.destroy())
    }
    expect(await said('a'.repeat(32))).toEqual([])
    expect(await said('a'.repeat(32))).toEqual([])
    expect(await said('b'.repeat(32))).toEqual([
      expect.stringMatching(/^Warning: the accounts' secret is not/),
    ])
  })
})

it('of many servers that make the secret at once all go on with the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ev-secrets-'))
  const path = join(folder, 'secret')
  for (const text of ['first', 'second', 'third']) writeFirst(path, text)
  expect(readFileSync(path, 'utf8')).toBe('first')
  expect(readdirSync(folder)).toEqual(['secret'])
  rmSync(folder, { recursive: true, force: true })
})
