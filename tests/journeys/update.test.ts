// A newer version comes to a tablet: never under somebody, and never in the place of one that works.

import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import {
  answer,
  begin,
  button,
  byTouch,
  give,
  heading,
  kept,
  statement,
  uncover,
  welcome,
  words,
} from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { whole } from './harness/shift.ts'

let folder: string
let app: string
let server: Served
let browser: Browser
let restart: () => Promise<Served>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-update-'))
  app = join(folder, 'app')
  for (const copy of ['app', 'built']) await cp('dist', join(folder, copy), { recursive: true })
  const [data, port] = [join(folder, 'data'), await freePort()]
  restart = () => startServer({ at: new Date().toISOString(), data, port, dist: app })
  server = await restart()
  browser = await openBrowser(join(folder, 'profile'))
  await browser.page.clock.install()
  await welcome(browser.page, server.tabletLink)
  await whole(browser.page)
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Puts a version on the server, which starts anew with it; a broken one arrives cut short. */
async function deploy(version: string, broken = false): Promise<void> {
  const page = (await readFile(join(folder, 'built', 'index.html'), 'utf8')).replace(
    '</head>',
    `<meta name="version" content="${version}"></head>`,
  )
  const hash = createHash('sha384').update(page).digest('base64')
  const worker = (await readFile(join(folder, 'built', 'service-worker.js'), 'utf8')).replace(
    /\{[^{}]*"?url"?:"index\.html"[^{}]*\}/,
    JSON.stringify({ url: 'index.html', revision: version, integrity: `sha384-${hash}` }),
  )
  await writeFile(join(app, 'index.html'), broken ? page.slice(0, 200) : page)
  await writeFile(join(app, 'service-worker.js'), worker)
  for (const file of ['index.html', 'service-worker.js']) {
    for (const ending of ['br', 'gz']) await rm(join(app, `${file}.${ending}`), { force: true })
  }
  await server.stop()
  server = await restart()
}

/** Looks for a newer version, as the tablet does every hour; resolves to whether one came in. */
const look = (): Promise<boolean> =>
  browser.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const coming = registration.installing ?? registration.waiting
    if (coming?.state === 'installing') {
      await new Promise(done => coming.addEventListener('statechange', done, { once: true }))
    }
    return registration.waiting !== null
  })

const version = (): Promise<string | null> =>
  browser.page.evaluate(() => document.querySelector('meta[name=version]')?.getAttribute('content') ?? null)

describe('a newer version', () => {
  it('does not come under somebody who is answering, and takes its place once Welcome is left alone', async () => {
    const { page } = browser
    await begin(page, byTouch)
    await give(page, byTouch, ['sometimes'])
    await answer(page, 'not-at-all').tap()
    await kept(page)
    await deploy('2')
    expect(await look()).toBe(true)
    await page.clock.fastForward(200_000)
    await statement(page, 2)
    expect(await answer(page, 'not-at-all').isChecked()).toBe(true)
    expect(await version()).toBeNull()

    await button(page, words.bar.stop).tap()
    await page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }).tap()
    await button(page, words.thanks.done).tap()
    await heading(page, words.welcome.title).waitFor()
    const reloaded = page.waitForEvent('load')
    await page.clock.fastForward(200_000)
    await reloaded
    await uncover(page)
    expect(await version()).toBe('2')
  })

  it('does not take the place of one that works when it arrives cut short', async () => {
    await deploy('3', true)
    expect(await look().catch(() => false)).toBe(false)
    await server.kill()
    await browser.page.reload()
    await uncover(browser.page)
    expect(await version()).toBe('2')
    await begin(browser.page, byTouch)
  })
})
