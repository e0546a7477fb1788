// The version that shipped before and this one, in turn, on one real tablet and one real server: a form that is open ends
// as it began, envelopes of both versions arrive, and nothing is lost on the way there, back, and there again.

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Old, unpackOld } from '../fixtures/old.ts'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from '../journeys/harness/browser.ts'
import {
  answer,
  begin,
  button,
  byTouch,
  give,
  kept,
  statement,
  stopAndSend,
  words,
} from '../journeys/harness/person.ts'
import { payloadsIn } from '../journeys/harness/sealed.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { here } from './handover/page.ts'

let folder: string
let old: Old
let data: string
let port: number
let server: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-versions-'))
  old = unpackOld(join(folder, 'old'))
  data = join(folder, 'data')
  port = await freePort()
  server = await serve('old')
  browser = await openBrowser(join(folder, 'profile'))
  page = browser.page
  page.setDefaultTimeout(20_000)
  await page.clock.install()
  await page.goto(server.tabletLink)
  await here(page, [])
  await page.goto(server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const serve = (which: 'old' | 'new'): Promise<Served> =>
  startServer({
    at: '2026-03-10T10:00:00Z',
    data,
    port,
    ...(which === 'old' ? old : { dist: join(process.cwd(), 'dist') }),
  })

/** The server and its app become another version; with the database of a backup, where one is given. */
async function becomes(which: 'old' | 'new', backup?: string): Promise<void> {
  await server.kill()
  if (backup) {
    await rm(data, { recursive: true })
    await cp(backup, data, { recursive: true })
  }
  server = await serve(which)
}

/** The version of the app on the screen, by the file that it began with. */
const script = () => page.evaluate(() => document.querySelector('script[src]')?.getAttribute('src') ?? '')

/** Looks for another version, as the tablet does every hour; resolves when it waits. */
const look = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const coming = registration.installing
    if (coming)
      await new Promise<void>(done =>
        coming.addEventListener('statechange', () => coming.state !== 'installing' && done()),
      )
    return registration.waiting !== null
  })

/** Nobody is there for a while, and a version that waits takes over. */
async function takesOver(): Promise<void> {
  const before = await script()
  // Again and again, as minutes pass: a version may still be coming when the first of them are over.
  const later = async () => {
    await page.clock.fastForward(300_000)
    return script()
  }
  const now = () => later().catch(() => before)
  await expect.poll(now, { timeout: 120_000, interval: 3000 }).not.toBe(before)
  await page.locator('.page.curtain, .page.welcome').first().waitFor()
}

async function toWelcome(): Promise<void> {
  await page.locator('.page.curtain, .page.welcome').first().waitFor()
  const fresh = page.locator('.page.curtain .onward button').last()
  if (await fresh.isVisible()) await fresh.click()
  await page.locator('.page.welcome').waitFor()
}

interface Entry {
  readonly digest: string
  readonly state: string
  readonly bytes: Uint8Array
}

/** The outbox as it lies on the disk: each envelope's digest, state and version. */
const outbox = () =>
  page.evaluate(async () => {
    const opening = indexedDB.open('equal-voice')
    const base = await new Promise<IDBDatabase>(done => {
      opening.onsuccess = () => done(opening.result)
    })
    const asked = base.transaction('outbox').objectStore('outbox').getAll()
    const all = await new Promise<Entry[]>(done => {
      asked.onsuccess = () => done(asked.result)
    })
    base.close()
    return all.map(({ digest, state, bytes }) => ({ digest, state, version: bytes[2] }))
  })

/** The digests that lie in the boxes. */
function boxes(): string[] {
  const database = new DatabaseSync(join(data, 'equal-voice.sqlite'), { readOnly: true })
  const rows = database.prepare('select digest from envelopes').all()
  database.close()
  return rows.map(({ digest }) => String(digest))
}

const online = (is: boolean) => browser.context.setOffline(!is)

/** Somebody's form, left behind the curtain without pictures. */
async function leaves(given: readonly ('sometimes' | 'not-at-all')[]): Promise<void> {
  await begin(page, byTouch)
  await give(page, byTouch, given)
  await button(page, words.bar.pause).click()
  const none = page.locator('.page.pausing .onward button:not(.main)')
  // The version before has no pictures.
  await none.or(page.locator('.page.curtain')).first().waitFor()
  if (await none.isVisible()) await none.click()
  await toWelcome()
}

/** Carries the first waiting form on, past its gate where it has one, and sends it. */
async function ends(): Promise<void> {
  await page.locator('.page.welcome .drafts li button').first().click()
  const past = page.locator('.page.gate .onward button:not(.main)')
  await past.or(page.locator('.page.form')).first().waitFor()
  if (await past.isVisible()) await past.click()
  await page.locator('.page.form').waitFor()
  expect(await page.locator('.page.form input:checked').count()).toBe(0)
  await stopAndSend(page, byTouch)
}

/** Everything that is sealed on the tablet has arrived. */
async function arrives(): Promise<void> {
  await online(true)
  await expect
    .poll(
      async () => {
        await page.evaluate(() => dispatchEvent(new Event('online')))
        return (await outbox()).filter(({ state }) => state !== 'sent')
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toEqual([])
  const there = boxes()
  for (const { digest } of await outbox()) expect(there).toContain(digest)
}

describe('a tablet that becomes another version', () => {
  it('ends a form in the version in which it began, and opens what was left in the one before', async () => {
    await online(false)
    // One is sealed and waits, one is left, and one is open when the newer version comes.
    await begin(page, byTouch)
    await give(page, byTouch, ['sometimes'])
    await stopAndSend(page, byTouch)
    await leaves(['not-at-all', 'sometimes'])
    await begin(page, byTouch)
    await give(page, byTouch, ['sometimes'])
    await answer(page, 'not-at-all').tap()
    await kept(page)
    await server.kill()
    await cp(data, join(folder, 'backup'), { recursive: true })
    server = await serve('new')
    await online(true)
    const began = await script()
    expect(await look()).toBe(true)
    await page.clock.fastForward(300_000)
    await statement(page, 2)
    expect(await answer(page, 'not-at-all').isChecked()).toBe(true)
    expect(await script()).toBe(began)
    await stopAndSend(page, byTouch)
    expect((await outbox()).map(({ version }) => version)).toEqual([1, 1])
    await takesOver()
    await toWelcome()
    // The server has said by then that it takes the newer envelope.
    await arrives()
    await ends()
    await arrives()
    expect((await outbox()).map(({ version }) => version).sort()).toEqual([1, 1, 2])
    // Each opens, with what was said on it and in which words.
    const given = (await payloadsIn(data, 'en'))
      .filter(({ end }) => end === 'stopped')
      .map(({ given }) => given)
    for (const said of [
      ['sometimes', null],
      ['sometimes', 'not-at-all', null],
      ['not-at-all', 'sometimes', null],
    ])
      expect(given.map(one => JSON.stringify(one.slice(0, said.length)))).toContain(JSON.stringify(said))
  }, 300_000)

  it('loses nothing when the app and the server go back, and forward again', async () => {
    await online(false)
    await leaves(['sometimes', 'sometimes'])
    // One with pictures, which the version before knows nothing of, and one that is sealed and waits.
    await begin(page, byTouch)
    await give(page, byTouch, ['not-at-all'])
    await button(page, words.bar.pause).click()
    for (const n of [1, 5]) await page.locator('.page.pausing input').nth(n).click()
    await page.locator('.page.pausing .onward button.main').click()
    await toWelcome()
    await begin(page, byTouch)
    await give(page, byTouch, ['sometimes'])
    await stopAndSend(page, byTouch)
    await expect.poll(() => page.locator('.page.welcome .drafts li').count()).toBe(2)
    const sealed = (await outbox()).map(({ digest }) => digest)

    await becomes('old', join(folder, 'backup'))
    await online(true)
    expect(await look()).toBe(true)
    await takesOver()
    await toWelcome()
    await expect.poll(() => page.locator('.page.welcome .drafts li').count()).toBe(2)
    await ends()
    const then = await outbox()
    expect(then.map(({ digest }) => digest)).toEqual(expect.arrayContaining(sealed))
    expect(then).toHaveLength(sealed.length + 1)

    await becomes('new')
    await online(true)
    expect(await look()).toBe(true)
    await takesOver()
    await toWelcome()
    await ends()
    await arrives()
    expect(await outbox()).toHaveLength(sealed.length + 2)
  }, 300_000)
})
