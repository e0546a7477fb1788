// Staff are blind: whoever has the staff screens, the tablet's token, all of its database and all of the server's database
// has everything but the key, and without it nothing opens. With the key's backup everything does.

import 'fake-indexeddb/auto'
import { createECDH } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bytes } from '../../src/envelope/bytes.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { enrolReply } from '../../src/protocol/tablet.ts'
import { runDueCounts } from '../../src/server/count/due.ts'
import { rotate } from '../../src/server/keys.ts'
import { reconcile } from '../../src/server/ledger.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { envelopeOf } from '../../src/tablet/handover.ts'
import { opener } from '../fixtures/opener.ts'
import { sheet } from '../fixtures/people.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { form, houseAt, left, many, on, openRoom } from '../server/count/room.ts'
import { type Front, openFront, signIn } from '../server/front.ts'

const SLOW = 60_000
const tables = [
  ...['organisations', 'services', 'boxes', 'wards', 'wordings', 'keys', 'codes', 'tablets', 'tablet_keys'],
  ...['envelopes', 'spent', 'withdrawals', 'tallies', 'quarantine', 'counts', 'releases', 'sign_ins'],
  ...['sessions', 'audit', 'tries', 'marks'],
] as const

/** All that somebody has got hold of: text, and bytes as they lie. */
type Haul = Uint8Array[]

const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? Buffer.from(one).toString('hex') : one)),
  )

/** Whatever in a haul could be a private key: 32 bytes of their own, or written in hex or base64. */
function keysIn(haul: Haul): Uint8Array[] {
  return haul.flatMap(bytes => {
    const said = Buffer.from(bytes).toString('latin1')
    const hex = [...said.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi)].map(([one]) =>
      Buffer.from(one, 'hex'),
    )
    const base64 = [...said.matchAll(/(?<![\w+/-])[\w+/-]{43}=?(?![\w+/-])/g)].map(([one]) =>
      Buffer.from(one.replaceAll('+', '-').replaceAll('/', '_'), 'base64url'),
    )
    return [...hex, ...base64, ...(bytes.length === 32 ? [bytes] : [])].filter(one => one.length === 32)
  })
}

/** A private key as JWK, of 32 bytes that may be one. */
function jwkOf(d: Uint8Array): JsonWebKey | undefined {
  try {
    const pair = createECDH('prime256v1')
    pair.setPrivateKey(d)
    const point = pair.getPublicKey()
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
    return {
      kty: 'EC',
      crv: 'P-256',
      x: part(1),
      y: part(33),
      d: Buffer.from(d).toString('base64url'),
      ext: true,
    }
  } catch {
    return undefined
  }
}

/** How many of the envelopes open with anything in a haul. */
async function opened(haul: Haul, envelopes: readonly Bytes[]): Promise<number> {
  const found = new Set<number>()
  const unlike = new Map(keysIn(haul).map(one => [Buffer.from(one).toString('hex'), one]))
  for (const key of [...unlike.values()].map(jwkOf)) {
    if (key === undefined) continue
    const tried = await opener(key, [evaluation])
    for (const [n, bytes] of envelopes.entries())
      await tried.open(bytes).then(
        () => found.add(n),
        () => undefined,
      )
  }
  return found.size
}

describe.each(['SQLite', 'PostgreSQL'])('what people said, on %s', engine => {
  let cluster: Postgres | undefined
  let front: Front
  const folder = mkdtempSync(join(tmpdir(), 'ev-blind-'))
  const [data, keys] = [join(folder, 'data'), join(folder, 'keys')]
  beforeAll(async () => {
    cluster = engine === 'PostgreSQL' ? await startPostgres() : undefined
    front = await openFront(cluster?.database(), undefined, { DATA_DIR: data, KEYS_DIR: keys })
  }, SLOW)
  afterAll(async () => {
    await front?.stop()
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, SLOW)

  /** A tablet on which two people have sealed a form: one that was sent and one that waits. */
  async function tablet(code: string) {
    const database = openDatabase(`blind ${engine}`)
    const reply = v.parse(enrolReply, (await front.ask(endpoints.enrol, { body: { code } })).body)
    const { token, tablet: id, settings, ...known } = reply
    await createSettings(database).enrol({ token, tablet: id, settings }, known)
    const sealed = await Promise.all(
      ['sometimes' as const, 'all-the-time' as const].map(choice =>
        envelopeOf({ state: 'ended', sheet: sheet(choice), end: 'finished' }, settings, new Date(), crypto),
      ),
    )
    for (const { envelope } of sealed) await database.outbox.add({ ...envelope, state: 'waiting' })
    const [first] = sealed
    const bytes = Buffer.from(first?.envelope.bytes ?? []).toString('base64url')
    const envelopes = [{ digest: first?.envelope.digest, bytes }]
    const headers = { authorization: `Bearer ${token}` }
    const sent = await front.ask(endpoints.envelopes, { body: { envelopes }, headers })
    expect(sent.body).toMatchObject({ receipts: [{ state: 'stored' }] })
    await createOutbox(database).settle(
      [{ state: 'stored', digest: first?.envelope.digest ?? '' }],
      '2026-05-04',
    )
    const all = [database.drafts, database.rows, database.outbox, database.settings, database.withdrawals]
    const rows = await Promise.all(all.map(table => table.toArray()))
    return { token, rows, envelopes: sealed.map(({ envelope }) => envelope.bytes) }
  }

  it(
    "stays closed to whoever has every staff screen, the tablet's token and both databases, but not the key",
    async () => {
      const priya = await signIn(front)
      const ward = await priya.addWard('Adult wards', 'Willow')
      const screens = [await priya.overview(), await priya.code(ward), front.officeToken]
      const { token, rows, envelopes } = await tablet((await priya.code(ward)).code)
      const server = await front.look(async db =>
        Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute())),
      )
      const files = readdirSync(data, { recursive: true, withFileTypes: true })
        .filter(file => file.isFile())
        .map(file => readFileSync(join(file.parentPath, file.name)))
      const haul: Haul = [text(screens), text(token), text(rows), text(server), ...files]

      expect(server.flat().length).toBeGreaterThan(5)
      expect(rows[2]).toHaveLength(2)
      // There was something to try: hashes, tokens and digests look like keys.
      expect(keysIn(haul).length).toBeGreaterThan(5)
      expect(await opened(haul, envelopes)).toBe(0)
      // Neither does it stand anywhere as it is, in whatever writing.
      const secret = readdirSync(keys).map(
        name => JSON.parse(readFileSync(join(keys, name), 'utf8')).privateKey.d,
      )
      expect(secret).toHaveLength(1)
      const d = Buffer.from(secret[0], 'base64url')
      for (const bytes of haul)
        for (const way of [d, d.toString('hex'), d.toString('base64'), d.toString('base64url')])
          expect(Buffer.from(bytes).includes(way)).toBe(false)
      // The same somebody with the key opens both: what is tried here is what a thief would try.
      const stolen = readdirSync(keys).map(name => readFileSync(join(keys, name)))
      expect(await opened([...haul, ...stolen], envelopes)).toBe(2)
    },
    SLOW,
  )

  it(
    'is heard in spite of a lost current key, with the backup that the instructions ask for',
    async () => {
      const room = await openRoom(cluster?.database())
      const { keysDir } = room.house.config
      const backup = `${folder}/backup of the keys`
      await room.lay('2026-02-10', many(6, form('sometimes')))
      await rotate(room.house, { organisation: room.organisation, id: room.service })
      // "Back them up at once after a new service or a rotation."
      cpSync(keysDir, backup, { recursive: true })
      await room.lay('2026-02-10', many(6, form('all-the-time')))
      await room.house.db.destroy()
      rmSync(keysDir, { recursive: true })

      const without = await houseAt(room.address, '2026-03-01')
      await reconcile(without)
      expect(await runDueCounts(without)).toEqual([])
      expect(await left({ ...room, house: without })).toMatchObject({ envelopes: 12, bases: [], reasons: [] })
      await without.db.destroy()

      cpSync(backup, keysDir, { recursive: true })
      const again = await houseAt(room.address, '2026-03-01')
      await reconcile(again)
      await runDueCounts(on(again, '2026-03-02'))
      expect(await left({ ...room, house: again })).toMatchObject({ envelopes: 0, spent: 12, bases: [12] })
      await again.db.destroy()
      rmSync(room.address.data, { recursive: true, force: true })
    },
    SLOW,
  )
})
