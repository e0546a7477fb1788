// Another system is told of a release: by whom, of what, and again until it has heard.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import {
  outlets,
  type SecretReply,
  type WebhooksReply,
  type WebhookView,
} from '../../../src/protocol/outlets.ts'
import { type Database, openDatabase } from '../../../src/server/database/database.ts'
import { WAITS } from '../../../src/server/outlets/telling.ts'
import { publish } from '../../../src/server/queries/counts.ts'
import { letGo } from '../../../src/server/queries/releases.ts'
import { newWebhook } from '../../../src/server/queries/webhooks.ts'
import { now } from '../accounts/person.ts'
import { houseAt } from '../count/room.ts'
import { type Front, type Leader, onBothEngines, signIn, signInAdvocate } from '../front.ts'
import { run, until } from '../process.ts'
import { published, type Trust, trust } from './given.ts'
import { receiver, signature } from './told.ts'

const demonstration = (db: Database) => db.updateTable('organisations').set({ demonstration: 1 }).execute()

onBothEngines('an address that is told', open => {
  let front: Front
  let here: Trust
  let rosa: Leader
  beforeAll(async () => {
    front = await open(now())
    here = await trust(front)
    rosa = await signInAdvocate(front)
    await front.look(demonstration)
  })
  afterAll(() => front.stop())

  const name = async (url: string, services: 'all' | readonly string[] = 'all') => {
    const { body, problem } = await here.admin.ask(outlets.webhooks, { body: { url, services } })
    return { ...(body as SecretReply), problem }
  }
  const listed = async (id: string): Promise<WebhookView | undefined> => {
    const { body } = await here.admin.ask(outlets.webhooks)
    return (body as WebhooksReply).webhooks.find(one => one.id === id)
  }
  const state = async (id: string) => (await listed(id))?.deliveries[0]?.state
  const held = (ward: string, due: string) => front.look(db => published(db, ward, due, { held: true }))
  const letOut = (release: string) =>
    rosa.ask(endpoints.letGo.replace(':release', release), { method: 'POST' })
  const end = (id: string) => here.admin.ask(outlets.endWebhook.replace(':webhook', id), { body: {} })
  const when = async (so: () => Promise<boolean>) => {
    let is = false
    const look = setInterval(() => void so().then(found => (is ||= found)), 100)
    await until(() => is).finally(() => clearInterval(look))
  }

  it('hears of a release that is let go: its id, its day, a link, no figure, and a signature that is right', async () => {
    const there = await receiver('204')
    const { id, secret } = await name(there.url)
    const release = await held(here.willow, '2026-03-02')
    expect(there.sent()).toEqual([])
    await letOut(release)
    await until(() => there.sent().length === 1)
    const [sent] = there.sent()
    if (!sent) throw new Error('nothing was sent')
    expect(JSON.parse(sent.body)).toEqual({
      type: 'release.published',
      data: { release, due: '2026-03-02', link: `${front.url}/api/v1/releases/${release}` },
    })
    expect(sent.headers['webhook-signature']).toBe(signature(secret, sent))
    expect(sent.headers['webhook-id']).toMatch(/^msg_[0-9a-f]{32}$/)
    await when(async () => (await state(id)) === 'arrived')
    expect((await listed(id))?.deliveries).toEqual([
      { release, due: '2026-03-02', state: 'arrived', tries: 1, answer: '204' },
    ])
    await end(id)
  })

  it('is tried again under the same id when it fails, keeps its place, and follows no redirect', async () => {
    const there = await receiver('302', '500', '200')
    const { id } = await name(there.url)
    await letOut(await held(here.willow, '2026-03-03'))
    await until(() => there.sent().length === 1)
    await when(async () => (await listed(id))?.deliveries[0]?.answer === '302')
    expect(await state(id)).toBe('waiting')
    front.wait(WAITS[0])
    await until(() => there.sent().length === 2)
    front.wait(WAITS[1])
    await until(() => there.sent().length === 3)
    await when(async () => (await state(id)) === 'arrived')
    expect(new Set(there.sent().map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(there.sent().map(({ body }) => body)).size).toBe(1)
    expect(there.sent().map(({ url }) => url)).toEqual(['/told', '/told', '/told'])
    await end(id)
  })

  it('hears of its services alone', async () => {
    const there = await receiver('204')
    const { id } = await name(there.url, [here.services.older])
    await letOut(await held(here.willow, '2026-03-04'))
    const theirs = await held(here.elm, '2026-03-04')
    await letOut(theirs)
    await until(() => there.sent().length === 1)
    expect((await listed(id))?.deliveries.map(({ release }) => release)).toEqual([theirs])
    await end(id)
  })

  it('is signed to with another secret from when it was changed, and the old one signs no more', async () => {
    const there = await receiver('204')
    const { id, secret } = await name(there.url)
    const { body } = await here.admin.ask(outlets.turnWebhook.replace(':webhook', id), { body: {} })
    const other = (body as SecretReply).secret
    expect(other).not.toBe(secret)
    await letOut(await held(here.willow, '2026-03-05'))
    await until(() => there.sent().length === 1)
    const [sent] = there.sent()
    if (!sent) throw new Error('nothing was sent')
    expect(sent.headers['webhook-signature']).toBe(signature(other, sent))
    expect(
      JSON.stringify(await front.look(db => db.selectFrom('webhooks').selectAll().execute())),
    ).not.toContain(other.slice('whsec_'.length))
    await end(id)
  })

  it('is told nothing once it was ended, not even what waited', async () => {
    const there = await receiver('500')
    const { id } = await name(there.url)
    await letOut(await held(here.willow, '2026-03-06'))
    await until(() => there.sent().length === 1)
    await end(id)
    front.wait(WAITS[0])
    await letOut(await held(here.willow, '2026-03-07'))
    const other = await receiver('204')
    const later = await name(other.url)
    await letOut(await held(here.willow, '2026-03-08'))
    await until(() => other.sent().length === 1)
    expect(there.sent().length).toBe(1)
    expect(await state(id)).toBe('given up')
    await end(later.id)
  })

  it('is none within: private, loopback, link-local and metadata addresses are refused, and so is http', async () => {
    await front.look(db => db.updateTable('organisations').set({ demonstration: 0 }).execute())
    for (const url of [
      'http://example.org/told',
      'https://127.0.0.1/told',
      'https://[::1]/told',
      'https://10.1.2.3/',
      'https://169.254.169.254/latest/meta-data',
      'https://[::ffff:10.0.0.1]/',
      'https://someone:secret@example.org/',
      'ftp://example.org/',
      'no address',
    ])
      expect([url, (await name(url)).problem]).toEqual([url, '422.22'])
    await front.look(demonstration)
  })
})

describe('what is to be told', () => {
  it('is kept with the release itself: rolled back with it, and there as soon as it is', async () => {
    const data = mkdtempSync(join(tmpdir(), 'ev-told-'))
    const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
    const [organisation, service, box] = ['o', 's', 'b']
    const values = { organisation, id: 'x' }
    await house.db
      .insertInto('organisations')
      .values({ id: organisation, name: 'A', demonstration: 0, days_ahead: 0 })
      .execute()
    await house.db
      .insertInto('services')
      .values({ organisation, id: service, name: 'S', threshold: 10 })
      .execute()
    await house.db
      .insertInto('boxes')
      .values({ organisation, id: box, service, next_count: '2026-06-01', enough: 0, as_of: '2026-05-04' })
      .execute()
    await newWebhook(house, organisation, { url: 'https://example.org/', services: 'all' }, 'nonce')
    const row = { ...values, box, due: '2026-05-01', base: 12, body: '{}' }
    const waiting = () => house.db.selectFrom('deliveries').select(['release', 'state']).execute()
    const broken = house.db.transaction().execute(async db => {
      await publish(db, row)
      throw new Error('the power went')
    })
    await expect(broken).rejects.toThrow('the power went')
    expect(await waiting()).toEqual([])
    await publish(house.db, { ...row, id: 'held', held: 'burst', held_on: row.due })
    expect(await waiting()).toEqual([])
    await publish(house.db, row)
    await publish(house.db, row)
    expect(await waiting()).toEqual([{ release: 'x', state: 'waiting' }])
    await letGo(house.db, organisation, 'held')
    expect((await waiting()).length).toBe(2)
    await house.db.destroy()
    rmSync(data, { recursive: true, force: true })
  })
})

describe('a server that is killed while it tells', () => {
  it('tells again when it is back, under the same id, and loses nothing', async () => {
    const data = mkdtempSync(join(tmpdir(), 'ev-killed-'))
    const one = await run({ DATA_DIR: data })
    const db = await openDatabase({ folder: data })
    const admin = await signIn(one)
    const ward = await admin.addWard('Adult wards', 'Willow')
    await demonstration(db)
    const there = await receiver('hang', '204')
    await admin.ask(outlets.webhooks, { body: { url: there.url, services: 'all' } })
    const release = await published(db, ward, '2026-03-01', { held: true })
    const { organisation } = await db.selectFrom('wards').select('organisation').executeTakeFirstOrThrow()
    await db.transaction().execute(within => letGo(within, organisation, release))
    await until(() => there.sent().length === 1)
    one.child.kill('SIGKILL')
    await one.ended
    expect(await db.selectFrom('deliveries').select(['state', 'tries']).execute()).toEqual([
      { state: 'waiting', tries: 1 },
    ])
    // Its minute is over.
    await db.updateTable('deliveries').set({ next_at: '2026-01-01T00:00:00.000Z' }).execute()
    const two = await run({ DATA_DIR: data })
    await until(() => there.sent().length === 2)
    const [first, second] = there.sent()
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.body.replaceAll(two.url, '')).toBe(first?.body.replaceAll(one.url, ''))
    two.child.kill('SIGTERM')
    await two.ended
    expect(await db.selectFrom('deliveries').select(['state', 'tries']).execute()).toEqual([
      { state: 'arrived', tries: 2 },
    ])
    await db.destroy()
    rmSync(data, { recursive: true, force: true })
  })

  it('gives up after three days, and says so', () => {
    const minutes = WAITS.reduce<number>((sum, one) => sum + one, 0)
    expect(minutes).toBeGreaterThan(2.9 * 24 * 60)
    expect(minutes).toBeLessThanOrEqual(3 * 24 * 60)
  })
})
