// A ward's tablet with every language whole, picked up by one person after the other; a file that imports it has it.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { languages } from '../../../src/wording/languages.ts'
import { freePort } from '../../fixtures/port.ts'
import { packsOf } from '../../run/weight.ts'
import { type Browser, openBrowser } from './browser.ts'
import { button, byTouch, heading, type Press, uncover, words } from './person.ts'
import { payloadsIn } from './sealed.ts'
import { type Served, startServer } from './serve.ts'
import { says } from './shift.ts'
import { english, type Tongue, tongueOf } from './tongue.ts'

let folder: string
let server: Served
let browser: Browser
/** What the person of this test has before them. */
export let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-ways-'))
  server = await startServer({
    at: '2026-03-10T10:00:00Z',
    data: join(folder, 'data'),
    port: await freePort(),
  })
  browser = await openBrowser(join(folder, 'profile'))
  await browser.page.goto(server.tabletLink)
  for (const { tag, name } of languages.filter(({ tag }) => tag in packsOf('dist')))
    await says(browser.page, words.setup.whole.replace('{{name}}', name))
      .waitFor({ timeout: 60_000 })
      .catch(cause => {
        throw new Error(`${tag} does not come`, { cause })
      })
  await says(browser.page, words.shift.ready).waitFor()
  await browser.page.close()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
afterEach(() => page?.close())

/** As a screen reader presses: no key, and no spot on the screen. */
export const byReader: Press = target =>
  target.evaluate(element => element instanceof HTMLElement && element.click()).then(() => undefined)

/** Waits until a screen is there: its heading has the focus, as for somebody who reads by ear. */
export const there = (title: string): Promise<void> =>
  heading(page, title).and(page.locator(':focus')).waitFor()

/** The tablet as the next person finds it, without a network; `before` stands in the page before the app does. */
export async function pick(before?: () => void, clock = false): Promise<void> {
  page = await browser.context.newPage()
  page.setDefaultTimeout(15_000)
  await browser.context.setOffline(true)
  if (before) await page.addInitScript(before)
  if (clock) await page.clock.install()
  await page.goto(server.url)
  await uncover(page)
}

/** Chooses a language on Welcome, and plainer words if they are wanted. */
export async function speak(tag: string, how: 'standard' | 'easy'): Promise<Tongue> {
  const name = languages.find(one => one.tag === tag)?.name ?? ''
  await byTouch(page.getByRole('radio', { name, exact: true }))
  const standard = await tongueOf(tag, 'standard')
  await heading(page, standard.words.welcome.title).waitFor()
  const tongue = await tongueOf(tag, how)
  if (how === 'easy') {
    await byTouch(page.getByRole('checkbox', { name: standard.words.welcome.easy }))
    await page.getByText(tongue.words.welcome.lead, { exact: true }).waitFor()
  }
  return tongue
}

/** Under More ways on Welcome, by what stands in the form. */
export async function more(name: string, value: string, { words } = english): Promise<void> {
  await byTouch(button(page, words.welcome.ways))
  await heading(page, words.look.title).waitFor()
  await page.locator(`input[name="${name}"][value="${value}"]`).tap()
}

/** Whether the ward's Wi-Fi is gone. */
export const offline = (gone: boolean): Promise<void> => browser.context.setOffline(gone)

/** What this ward's forms hold under their seals that were sealed in a language. */
export const sealedIn = (language: string) => payloadsIn(join(folder, 'data'), language)
