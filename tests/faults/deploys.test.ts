// Deploys that go wrong, on the real service worker of the version that shipped before: whatever comes in the place of this
// one, the version that works stays, whole without a network, and a form that waits is still there.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unpackOld } from '../fixtures/old.ts'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from '../journeys/harness/browser.ts'
import { answer, begin, button, byTouch, give, kept, words } from '../journeys/harness/person.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { here } from './handover/page.ts'

let folder: string
let port: number
let browser: Browser
let page: Page
let server: Served | undefined
let portal: Server | undefined
/** The file that the version began with which works. */
let began = ''
/** Its files, as the service worker has them. */
let files: string[] = []

/** What lies in the caches; where files are given, only they stay, so that no deploy lives on what came of another. */
const cached = (stay: readonly string[]) =>
  page.evaluate(async stay => {
    const found: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        found.push(request.url)
        if (stay.length > 0 && !stay.includes(request.url)) await cache.delete(request)
      }
    }
    return found
  }, stay)

const script = () => page.evaluate(() => document.querySelector('script[src]')?.getAttribute('src') ?? '')
const at = '2026-03-10T10:00:00Z'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-deploys-'))
  port = await freePort()
  // An old client on a new server.
  const { dist } = unpackOld(join(folder, 'old'))
  server = await startServer({ at, data: join(folder, 'data'), port, dist })
  browser = await openBrowser(join(folder, 'profile'))
  page = browser.page
  page.setDefaultTimeout(20_000)
  await page.goto(server.tabletLink)
  await here(page, [])
  await page.goto(server.url)
  await begin(page, byTouch)
  await give(page, byTouch, ['sometimes'])
  await answer(page, 'not-at-all').tap()
  await kept(page)
  began = await script()
  files = await cached([])
})
beforeEach(async () => {
  const waits = await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
  expect(waits, 'a version that came in before').toBe(false)
  await cached(files)
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
  await shut()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function shut(): Promise<void> {
  portal?.closeAllConnections()
  await new Promise<void>(done => (portal ? portal.close(() => done()) : done()))
  portal = undefined
}

/** A version is put on the server, changed as given: the names of its files and what is done to them. */
async function deployed(change: (app: string) => Promise<void>): Promise<void> {
  await server?.kill()
  await shut()
  const app = join(folder, `app-${Date.now()}`)
  await cp('dist', app, { recursive: true })
  await change(app)
  // The plain files are what is served.
  for (const file of await readdir(app, { recursive: true })) {
    if (/\.(br|gz)$/.test(file)) await rm(join(app, file), { force: true })
  }
  server = await startServer({ at, data: join(folder, 'data'), port, dist: app })
}

/** Something else answers in the server's place, as a hotel's sign-in page does. */
async function portals(answer: RequestListener): Promise<void> {
  await server?.kill()
  server = undefined
  await shut()
  portal = createServer(answer)
  await new Promise<void>(done => portal?.listen(port, '127.0.0.1', done))
}

/** Looks for a newer version as the tablet does; resolves to what came of it. */
const look = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const refused = await registration.update().then(
      () => false,
      () => true,
    )
    const coming = registration.installing
    if (coming) {
      await new Promise<void>(done =>
        coming.addEventListener('statechange', () => coming.state !== 'installing' && done()),
      )
    }
    return refused ? 'refused' : registration.waiting ? 'in' : 'not in'
  })

/** Without any network the tablet starts, its version is whole, and the form that waits can be carried on. */
async function stillWorks(): Promise<void> {
  await server?.kill()
  await shut()
  await page.goto(`http://localhost:${port}/`)
  await button(page, words.curtain.carry).click()
  await page.locator('.page.form').waitFor()
  expect(await script(), 'the version that works').toBe(began)
  expect(await page.locator('.page.form input:checked').count()).toBe(0)
  await answer(page, 'sometimes').tap()
  await kept(page)
  await here(page, [])
}

/** A file of the list that the version before has not. */
async function fresh(app: string, ending: string): Promise<string> {
  const had = await readdir(join(folder, 'old/app/assets'))
  const list = await readFile(join(app, 'service-worker.js'), 'utf8')
  const found = (await readdir(join(app, 'assets'))).find(
    name => name.endsWith(ending) && !had.includes(name) && list.includes(`assets/${name}"`),
  )
  if (!found) throw new Error(`no ${ending} is new`)
  return join(app, 'assets', found)
}

const half = async (path: string) => {
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, bytes.length / 2))
}

describe('a tablet on which somebody has begun a form', () => {
  it.each([
    ['a script that was cut short', async (app: string) => half(await fresh(app, '.js'))],
    ['a stylesheet that was cut short', async (app: string) => half(await fresh(app, '.css'))],
    ['a script that is missing', async (app: string) => rm(await fresh(app, '.js'))],
    [
      'a page of another version',
      (app: string) => cp(join(folder, 'old/app/index.html'), join(app, 'index.html')),
    ],
    ['a list of languages that was cut short', (app: string) => half(join(app, 'packs.json'))],
    ['a service worker that was cut short', (app: string) => half(join(app, 'service-worker.js'))],
    ['no service worker', (app: string) => rm(join(app, 'service-worker.js'))],
    ['a page without its files', (app: string) => rm(join(app, 'assets'), { recursive: true })],
  ])('goes on in the version that works after a deploy of %s', async (_, change) => {
    await deployed(change)
    expect(await look()).not.toBe('in')
    await stillWorks()
  })

  const html = '<!doctype html><title>Welcome to Ward Wi-Fi</title><form>Room number</form>'
  it.each<[string, RequestListener]>([
    ['a page with 200', (_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(html)],
    [
      'a page that calls itself a script',
      (_, answer) => answer.writeHead(200, { 'content-type': 'text/javascript' }).end(html),
    ],
    [
      'a way elsewhere',
      (_, answer) => answer.writeHead(302, { location: 'http://127.0.0.1:9/sign-in' }).end(),
    ],
    ['511', (_, answer) => answer.writeHead(511, { 'content-type': 'text/html' }).end(html)],
    ['nothing but a broken line', (_, answer) => void answer.destroy()],
  ])('goes on in the version that works when a sign-in page answers for it with %s', async (_, answer) => {
    await portals(answer)
    expect(await look()).not.toBe('in')
    // A start meanwhile does not meet the sign-in page either.
    await page.reload()
    await button(page, words.curtain.carry).waitFor()
    await stillWorks()
  })

  it('still lets a whole one in, so that what kept the others out was what was wrong with them', async () => {
    await deployed(async () => undefined)
    expect(await look()).toBe('in')
  })
})
