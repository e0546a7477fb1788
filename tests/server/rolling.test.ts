// A newer server takes a database over while an older one still runs on it, as when one machine after the other is replaced:
// tablets come to the one and to the other in turn, and nothing is lost, nothing refused, and nothing there twice.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digest, toBase64 } from '../../src/envelope/bytes.ts'
import { seal } from '../../src/envelope/seal.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { sendReply } from '../../src/protocol/tablet.ts'
import { openDatabase } from '../../src/server/database/database.ts'
import { prepare } from '../../src/server/first.ts'
import { onEachEngine } from '../fixtures/engines.ts'
import { unpackOld } from '../fixtures/old.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { form, houseAt } from './count/room.ts'
import { ask, type Door, enrol, formId, type Sent, signIn, type TestTablet, wayIn } from './front.ts'

onEachEngine('a server that is replaced while tablets send', database => {
  let folder: string
  let databaseUrl: string | undefined
  const running: Served[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ev-rolling-'))
    databaseUrl = database()
  })
  afterEach(async () => {
    for (const server of running.splice(0)) await server.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  async function serve(at: string, program?: string): Promise<Served> {
    const data = join(folder, 'data')
    const where = { at, data, port: 0, empty: true, ...(databaseUrl && { databaseUrl }) }
    const server = await startServer({ ...where, ...(program && { program }) })
    running.push(server)
    return server
  }

  it.each(['version-1', 'server-2'] as const)(
    'loses no form, refuses none and counts none twice, whether it came to %s or to this one',
    async version => {
      const old = await serve('2026-03-10T10:00:00Z', unpackOld(join(folder, 'old'), version).program)
      const door = (server: Served): Door => ({
        ask: (path, how) => ask(server.url + path, how),
        officeToken: wayIn(old.officeLink),
      })
      const leader = await signIn(door(old))
      const willow = await enrol(door(old), leader, await leader.addWard('Adult wards', 'Willow'))
      const before = await forms(willow, 4)
      expect(await send(old, willow, before)).toEqual(stored(4))

      const fresh = await serve('2026-03-10T10:00:00Z')
      const both = [old, fresh] as const
      // A ward and a code of the old server's, taken up at the new one; and a tablet that was there goes to the new one.
      const rowan = await enrol(door(fresh), leader, await leader.addWard('Adult wards', 'Rowan'))
      const elm = await enrol(door(old), leader, await leader.addWard('Adult wards', 'Elm'))
      for (const tablet of [willow, rowan, elm])
        for (let n = 0; n < 4; n++) {
          const [here, there] = n % 2 === 0 ? both : [fresh, old]
          const some = await forms(tablet, 3)
          expect(await send(here, tablet, some)).toEqual(stored(3))
          // As after a receipt that never arrived.
          expect(await send(there, tablet, some)).toEqual(some.map(() => 'duplicate'))
          const { status } = await as(there, tablet)(endpoints.checkIn, { waiting: {}, sealsTo: tablet.key })
          expect(status).toBe(200)
        }
      expect(await send(fresh, willow, before)).toEqual(before.map(() => 'duplicate'))
      for (const server of running.splice(0)) await server.kill()

      await serve('2026-04-01T01:00:00Z')
      const db = await openDatabase({ url: databaseUrl, folder: join(folder, 'data') })
      const releases = () => db.selectFrom('releases').select(['base', 'due']).orderBy('base').execute()
      await expect
        .poll(releases, { timeout: 60_000 })
        .toEqual([12, 12, 16].map(base => ({ base, due: '2026-04-01' })))
      const aside = await db.selectFrom('quarantine').select('problem').execute()
      const spent = await db.selectFrom('spent').select('id').execute()
      const left = await db.selectFrom('envelopes').select('id').execute()
      await db.destroy()
      expect([aside, left, spent.length]).toEqual([[], [], 40])
    },
    180_000,
  )

  it('begins on an empty database though others begin there at the same moment, with one organisation and one link', async () => {
    // SQLite is one server's.
    if (databaseUrl === undefined) return
    const address = { data: join(folder, 'data'), databaseUrl }
    const houses = await Promise.all([1, 2, 3, 4].map(() => houseAt(address, '2026-03-10')))
    const links = await Promise.all(
      houses.map(house => prepare({ ...house, config: { ...house.config, empty: true } })),
    )
    const organisations = await houses[0]?.db.selectFrom('organisations').select('id').execute()
    await Promise.all(houses.map(({ db }) => db.destroy()))
    expect(organisations).toHaveLength(1)
    expect(links.filter(({ office }) => office !== undefined)).toHaveLength(1)
  }, 60_000)
})

const stored = (many: number) => Array.from({ length: many }, () => 'stored')

/** Forms that people have really sealed on a tablet. */
async function forms({ enrolled, ward, key }: TestTablet, many: number): Promise<Sent[]> {
  const one = async () => {
    const bytes = await seal(
      form('sometimes', { month: '2026-03' }),
      { id: formId(), ward, key },
      enrolled.settings.key.publicKey,
    )
    return { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
  }
  return Promise.all(Array.from({ length: many }, one))
}

const as =
  (server: Served, { enrolled }: TestTablet) =>
  (path: string, body: unknown) =>
    ask(server.url + path, { body, headers: { authorization: `Bearer ${enrolled.token}` } })

async function send(server: Served, tablet: TestTablet, envelopes: readonly Sent[]): Promise<string[]> {
  const { body } = await as(server, tablet)(endpoints.envelopes, { envelopes })
  return v.parse(sendReply, body).receipts.map(({ state }) => state)
}
