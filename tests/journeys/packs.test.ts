// Further languages on a ward without Wi-Fi: whole or not at all, on the day a tablet is set up and after every update.

import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../src/wording/languages.ts'
import { freePort } from '../fixtures/port.ts'
import { packsOf } from '../run/weight.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import { button, byTouch, heading, uncover, words } from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { says } from './harness/shift.ts'

const packs = packsOf('dist')
const tags = Object.keys(packs)
const names = languages.filter(({ tag }) => tags.includes(tag)).map(({ name }) => name)
const ready = (name: string) => words.setup.whole.replace('{{name}}', name)

let folder: string
let app: string
let server: Served
let browser: Browser
let restart: () => Promise<Served>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-packs-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A ward and a tablet of their own, and a copy of the app that a test may spoil. */
async function anew(): Promise<void> {
  const place = await mkdtemp(join(folder, 'ward-'))
  app = join(place, 'app')
  await cp('dist', app, { recursive: true })
  const [data, port] = [join(place, 'data'), await freePort()]
  restart = () => startServer({ at: '2026-03-10T10:00:00Z', data, port, dist: app })
  server = await restart()
  browser = await openBrowser(join(place, 'profile'))
}
async function end(): Promise<void> {
  await browser.close()
  await server.kill()
}

/** Puts a file of the app on the server, which starts anew with it. */
async function put(url: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(app, url), content)
  for (const ending of ['br', 'gz']) await rm(join(app, `${url}.${ending}`), { force: true })
}

/** The first words of a language that is packed; every build has one. */
function chosen(): { tag: string; name: string; url: string } {
  const [tag = ''] = tags
  const url = packs[tag]?.files.find(file => file.url.includes(`/lang-${tag}-`))?.url
  if (!url) throw new Error('no further language was built')
  return { tag, name: languages.find(one => one.tag === tag)?.name ?? '', url }
}

/** What a page gets for each address, as SHA-384; '' for none. */
const got = (page: Page, urls: readonly string[]): Promise<string[]> =>
  page.evaluate(
    all =>
      Promise.all(
        all.map(async url => {
          const response = await fetch(url).catch(() => undefined)
          if (!response?.ok) return ''
          const hash = await crypto.subtle.digest('SHA-384', await response.arrayBuffer())
          return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
        }),
      ),
    urls,
  )

describe('a ward with further languages', () => {
  beforeEach(async () => {
    await anew()
    return end
  })

  it('has every one whole when its tablet says so, and each of their files without a network', async () => {
    const { page } = browser
    await page.goto(server.tabletLink)
    await heading(page, words.shift.title).waitFor()
    for (const name of names) await says(page, ready(name)).waitFor()
    await says(page, words.shift.ready).waitFor()

    await server.kill()
    await page.reload()
    await uncover(page)
    const files = Object.values(packs).flatMap(pack => pack.files)
    expect(
      await got(
        page,
        files.map(({ url }) => url),
      ),
    ).toEqual(files.map(({ integrity }) => integrity))
    for (const { tag, name } of languages.filter(({ tag }) => tags.includes(tag))) {
      await byTouch(page.getByRole('radio', { name, exact: true }))
      await page.locator(`html[lang="${tag}"]`).waitFor()
      const first = JSON.parse(await readFile(`locales/${tag}/first.json`, 'utf8'))
      await heading(page, first.welcome.title).waitFor()
    }
  })

  it('offers none that is not whole, refuses a file that was cut short or changed, and tries again', async () => {
    const { page } = browser
    const { name, url } = chosen()
    const right = await readFile(join(app, url))
    await put(url, right.subarray(0, 100))
    await server.stop()
    server = await restart()
    await page.goto(server.tabletLink)
    await says(page, words.setup.failed).waitFor()
    for (const other of names.filter(one => one !== name)) await says(page, ready(other)).waitFor()
    expect(await says(page, words.shift.notready).isVisible()).toBe(true)
    await page.reload()
    await uncover(page)
    expect(await page.getByRole('radio', { name, exact: true }).count()).toBe(0)

    await put(url, new TextEncoder().encode(`${right} `))
    await server.stop()
    server = await restart()
    await byTouch(button(page, words.welcome.staff))
    await says(page, words.setup.failed).waitFor()
    await put(url, right)
    await server.stop()
    server = await restart()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await says(page, ready(name)).waitFor()
    await says(page, words.shift.ready).waitFor()
    await byTouch(button(page, words.shift.back))
    await page.getByRole('radio', { name, exact: true }).waitFor()
  })

  it('keeps the version that works where a newer one comes with a broken language, and its languages where it comes whole', {
    timeout: 600_000,
  }, async () => {
    const { page } = browser
    const { tag, name, url } = chosen()
    await page.goto(server.tabletLink)
    for (const one of names) await says(page, ready(one)).waitFor()

    const newer = `${await readFile(join(app, url), 'utf8')}\n`
    await deploy({ tag, url, words: newer })
    await put(url, newer.slice(0, 200))
    await server.stop()
    server = await restart()
    expect(await look(page)).toBe(false)
    expect(await got(page, [url])).toEqual([packs[tag]?.files.find(file => file.url === url)?.integrity])

    await put(url, newer)
    await server.stop()
    server = await restart()
    expect(await look(page)).toBe(true)
    // The version that runs goes on with its own files until the new one takes its place.
    expect(await got(page, [url])).toEqual([packs[tag]?.files.find(file => file.url === url)?.integrity])
    await server.kill()
    // Nobody is here any more: the browser lets the newer one in, in its own time, which is up to five
    // minutes while anything of the old one is still under way.
    const comes = async () => {
      await page.goto('about:blank')
      await page.waitForTimeout(3000)
      await page.goto(server.url)
      await uncover(page)
      await page.getByRole('radio', { name, exact: true }).waitFor()
      return got(page, [url])
    }
    await expect.poll(comes, { timeout: 400_000, interval: 1000 }).toEqual([hash(newer)])
    expect(
      await page.evaluate(async () => (await caches.open('languages')).keys().then(keys => keys.length)),
    ).toBe(1 + Object.values(packs).flatMap(({ files }) => files).length)
  })
})

const hash = (content: string): string => `sha384-${createHash('sha384').update(content).digest('base64')}`

/** Puts a version on the server whose pack of a language has other words. */
async function deploy({ tag, url, words }: { tag: string; url: string; words: string }): Promise<void> {
  const bytes = new TextEncoder().encode(words).length
  const files = packs[tag]?.files.map(file =>
    file.url === url ? { ...file, integrity: hash(words), bytes } : file,
  )
  const list = JSON.stringify({ ...packs, [tag]: { ...packs[tag], files } })
  await put('packs.json', list)
  const worker = (await readFile(join('dist', 'service-worker.js'), 'utf8')).replace(
    /\{[^{}]*"?url"?:"packs\.json"[^{}]*\}/,
    JSON.stringify({ url: 'packs.json', revision: 'newer', integrity: hash(list) }),
  )
  await put('service-worker.js', worker)
}

/** Looks for a newer version, as the tablet does every hour; resolves to whether one came in whole. */
const look = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const coming = registration.installing ?? registration.waiting
    if (coming?.state === 'installing') {
      await new Promise(done => coming.addEventListener('statechange', done, { once: true }))
    }
    return registration.waiting !== null
  })
