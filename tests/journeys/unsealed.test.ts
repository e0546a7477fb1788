// A form that could not be sealed, and a person who goes away: the curtain falls over it, and it has its hours as any other.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import { begin, button, byTouch, give, heading, welcome, words } from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { english } from './harness/tongue.ts'

const MINUTE = 60_000
let folder: string
let server: Served
let browser: Browser
let page: Page

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-unsealed-'))
  const how = { at: new Date().toISOString(), data: join(folder, 'data'), port: await freePort() }
  server = await startServer(how)
  browser = await openBrowser(join(folder, 'profile'))
  page = browser.page
  await page.clock.install()
  await page.addInitScript(refuseEnvelopes)
})

afterEach(async () => {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs in the page, before the app: while `full` is set, the disk has no room for an envelope. */
function refuseEnvelopes(): void {
  const { add } = IDBObjectStore.prototype
  IDBObjectStore.prototype.add = function (...how) {
    if (Reflect.get(window, 'full') && this.name === 'outbox')
      throw new DOMException('', 'QuotaExceededError')
    return add.apply(this, how)
  }
}

it('is behind the curtain after the idle minutes, with nothing of it on the page, and gone after its 20 hours', async () => {
  await welcome(page, server.tabletLink)
  await begin(page, byTouch)
  await give(page, byTouch, ['sometimes', 'not-at-all'])
  await page.evaluate(() => Object.assign(window, { full: true }))
  await byTouch(button(page, words.bar.stop))
  await byTouch(page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }))
  await heading(page, words.unsealed.title).waitFor()
  await byTouch(button(page, words.unsealed.again))
  await heading(page, words.unsealed.title).waitFor()

  await page.clock.fastForward(11 * MINUTE)
  await heading(page, words.curtain.title).waitFor()
  const card = page.getByRole('button', { name: new RegExp(words.curtain.carry) })
  await card.first().waitFor()
  const text = (await page.content()).toLowerCase()
  for (const said of [...english.items, ...Object.values(english.choices), english.stem])
    expect(text).not.toContain(said.toLowerCase())

  const runs = async (hours: number) => {
    for (let quarter = 0; quarter < hours * 4; quarter += 1) {
      await page.clock.runFor(15 * MINUTE)
      // What a beat asks of the disk is answered by then.
      await page.waitForTimeout(150)
    }
  }
  await runs(19)
  expect(await card.count()).toBe(1)
  await runs(1.5)
  await card.waitFor({ state: 'detached' })
  const held = await page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name))
  expect(held?.filter(name => /draft \w/.test(name ?? ''))).toEqual([])
})
