// A form that is put away and carried on, on a real tablet: with two pictures, without, and when nobody comes back.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
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
  stopAndSend,
  uncover,
  welcome,
  words,
} from './harness/person.ts'
import { payloadsIn } from './harness/sealed.ts'
import { type Served, startServer } from './harness/serve.ts'
import { whole } from './harness/shift.ts'

const { gate, pictures } = words
type Name = keyof typeof pictures

let folder: string
let server: Served
let tablet: Browser
const data = () => join(folder, 'server')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-gate-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data: data(), port: await freePort() })
  tablet = await openBrowser(join(folder, 'tablet'))
  await welcome(tablet.page, server.tabletLink)
  await whole(tablet.page)
})
afterAll(async () => {
  await tablet?.close()
  await server?.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The tablet's browser ends at once, and is started again. */
async function crash(): Promise<Page> {
  await tablet.kill()
  tablet = await openBrowser(join(folder, 'tablet'))
  await tablet.page.goto(server.url)
  return tablet.page
}

/** Two answers, then Pause; what the screen is then says nothing of them. */
async function pause(page: Page): Promise<void> {
  await begin(page, byTouch)
  await give(page, byTouch, ['not-at-all', 'all-the-time'])
  await statement(page, 3)
  await byTouch(answer(page, 'sometimes'))
  await kept(page)
  await byTouch(button(page, words.bar.pause))
  await heading(page, gate.title).waitFor()
  await holdsNothing(page)
}

const picture = (page: Page, name: Name) => page.getByRole('checkbox', { name: pictures[name], exact: true })

async function tap(page: Page, ...names: readonly Name[]): Promise<void> {
  for (const name of names) await byTouch(picture(page, name))
  await byTouch(button(page, gate.go))
}

/** Nothing of the form is in the page: no statement, no answer, no choice that is made. */
async function holdsNothing(page: Page): Promise<void> {
  const html = await page.content()
  for (const { text } of evaluation.items) expect(html).not.toContain(text)
  for (const { label } of evaluation.choices) expect(html).not.toContain(`>${label}<`)
  expect(await page.locator('input:checked').count()).toBe(0)
}

const curtain = (page: Page) => heading(page, words.curtain.title).waitFor()
async function carryOn(page: Page): Promise<void> {
  await curtain(page)
  await byTouch(button(page, words.curtain.carry))
}

/** The statement on the screen, one back each, and which answer is shown on it. */
async function shownBefore(page: Page, n: number): Promise<(string | null)[]> {
  const shown: (string | null)[] = []
  for (let at = n; at > 0; at -= 1) {
    await statement(page, at)
    const chosen = page.locator('input[type="radio"]:checked')
    shown.push((await chosen.count()) > 0 ? await chosen.getAttribute('value') : null)
    if (at > 1) await byTouch(button(page, words.statement.back))
  }
  return shown
}

describe('Amina, who puts two pictures before her form', () => {
  it('meets them after a crash, sees her answers with the right two, and it is sealed so', async () => {
    await pause(tablet.page)
    await tap(tablet.page, 'house', 'fish')
    await curtain(tablet.page)
    const page = await crash()
    expect(await button(page, words.curtain.notme).count()).toBe(0)
    await carryOn(page)
    await heading(page, gate.ask).waitFor()
    await holdsNothing(page)
    await tap(page, 'fish', 'house')
    expect(await shownBefore(page, 3)).toEqual(['sometimes', 'all-the-time', 'not-at-all'])
    await stopAndSend(page, byTouch)
  })

  it('is safe from whoever tries: five wrong over a reload, and nobody sees them, but the form ends well', async () => {
    let { page } = tablet
    await pause(page)
    await tap(page, 'sun', 'book')
    await carryOn(page)
    await tap(page, 'sun', 'tree')
    await page.getByText('4 tries are left.').waitFor()
    await tap(page, 'cup', 'tree')
    await page.getByText('3 tries are left.').waitFor()
    page = await crash()
    await carryOn(page)
    await tap(page, 'boat', 'tree')
    await page.getByText('2 tries are left.').waitFor()
    await page.reload()
    await carryOn(page)
    await tap(page, 'ball', 'tree')
    await page.getByText('1 try is left.').waitFor()
    await tap(page, 'hat', 'tree')
    await page.getByText(gate.shut).waitFor()
    await page.reload()
    await carryOn(page)
    await page.getByText(gate.shut).waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await byTouch(button(page, gate.without))
    expect(await shownBefore(page, 3)).toEqual([null, null, null])
    await stopAndSend(page, byTouch)
  })

  it('shows nothing of it by Back, twenty times, nor when the app is hidden while she chooses', async () => {
    const { page } = tablet
    await pause(page)
    for (let n = 0; n < 20; n += 1) {
      await page.goBack({ timeout: 2000 }).catch(() => undefined)
      await holdsNothing(page)
    }
    await page.goto(server.url)
    await curtain(page)
    await holdsNothing(page)
    await byTouch(button(page, words.curtain.carry))
    await statement(page, 3)
    expect(await shownBefore(page, 3)).toEqual([null, null, null])
    await byTouch(button(page, words.bar.pause))
    await heading(page, gate.title).waitFor()
    const other = await tablet.context.newPage()
    await other.bringToFront()
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      Reflect.deleteProperty(document, 'visibilityState')
    })
    await other.close()
    await curtain(page)
    await holdsNothing(page)
    await byTouch(button(page, words.curtain.carry))
    await statement(page, 1)
    await stopAndSend(page, byTouch)
  })
})

describe('Ben, who wants no pictures', () => {
  it('comes back to a form without its earlier answers, and whoever it is not may erase it', async () => {
    const { page } = tablet
    await pause(page)
    await byTouch(button(page, gate.none))
    await curtain(page)
    await carryOn(page)
    expect(await shownBefore(page, 3)).toEqual([null, null, null])
    await byTouch(button(page, words.bar.pause))
    await heading(page, gate.title).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await curtain(page)
    await byTouch(button(page, words.curtain.notme))
    await byTouch(button(page, words.curtain.erase))
    // The curtain stands empty at once, and the disk follows.
    await expect.poll(() => lies(page), { timeout: 10_000 }).toEqual({ drafts: 0, rows: 0, files: 0 })
    await curtain(page)
    expect(await button(page, words.curtain.carry).count()).toBe(0)
  })
})

describe('a form that nobody comes back to', () => {
  it('is there for 20 hours of running whatever the clock says, and then it is gone and was never sent', async () => {
    const page = await tablet.context.newPage()
    for (const other of tablet.context.pages()) if (other !== page) await other.close()
    await page.clock.install()
    await page.goto(server.url)
    await uncover(page)
    await pause(page)
    await tap(page, 'clock', 'leaf')
    await curtain(page)
    await button(page, words.curtain.carry).waitFor()
    const before = await lies(page)
    expect(before.drafts).toBe(1)
    // What ages it is loaded after the first screen.
    await page.clock.fastForward(3000)
    await page.waitForLoadState('networkidle')
    for (let quarter = 1; quarter <= 79; quarter += 1) {
      if (quarter === 40) await page.clock.setSystemTime('2038-01-19T03:14:00Z')
      await page.clock.fastForward(15 * 60_000)
      await aged(page, quarter * 15)
    }
    expect(await lies(page)).toEqual(before)
    expect(await button(page, words.curtain.carry).count()).toBe(1)
    await page.clock.fastForward(15 * 60_000)
    await button(page, words.curtain.carry).waitFor({ state: 'detached' })
    expect(await lies(page)).toEqual({ drafts: 0, rows: 0, files: 0 })
  })
})

it('has sent what was finished and nothing else, each saying how it was carried on', async () => {
  const page = await crash()
  await uncover(page)
  const sealed = async () => {
    const mine = (await payloadsIn(data(), 'en')).filter(
      ({ given }) => given[2] === 'sometimes' && given.slice(3).every(one => one === null),
    )
    return mine.map(one => [one.v, 'resumed' in one && one.resumed, ...one.given.slice(0, 3)]).sort()
  }
  const three = ['not-at-all', 'all-the-time', 'sometimes']
  await expect.poll(sealed, { timeout: 30_000, interval: 500 }).toEqual([
    [2, 'with-pictures', ...three],
    [2, 'without-pictures', ...three],
    [2, 'without-pictures', ...three],
  ])
})

/** What lies on the disk: drafts, rows and the files of their keys. */
const lies = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open('equal-voice')
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
    const count = (table: string) =>
      new Promise<number>(done => {
        const asked = database.transaction(table).objectStore(table).count()
        asked.onsuccess = () => done(asked.result)
      })
    const [drafts, rows] = [await count('drafts'), await count('rows')]
    database.close()
    const root = await navigator.storage.getDirectory()
    const kept = await root.getDirectoryHandle('drafts', { create: true })
    let files = 0
    for await (const _ of kept.keys()) files += 1
    return { drafts, rows, files }
  })

/** Waits until the draft has run so many minutes, which the disk says. */
async function aged(page: Page, minutes: number): Promise<void> {
  const ran = () =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>(done => {
        const asked = indexedDB.open('equal-voice')
        asked.onsuccess = () => done(asked.result)
      })
      const found = await new Promise<{ age?: { ran: number } }[]>(done => {
        const asked = database.transaction('drafts').objectStore('drafts').getAll()
        asked.onsuccess = () => done(asked.result)
      })
      database.close()
      return found[0]?.age?.ran
    })
  await expect.poll(ran, { timeout: 10_000, interval: 20 }).toBe(minutes)
}
