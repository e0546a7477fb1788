// A tablet that is switched on: whoever opens it meets the curtain, as after every pause, and never another's screen.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import { button, byTouch, heading, uncover, welcome, words } from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { whole } from './harness/shift.ts'

let folder: string
let server: Served
let tablet: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-start-'))
  server = await startServer({
    data: join(folder, 'server'),
    port: await freePort(),
    at: '2026-03-10T10:00:00Z',
  })
  tablet = await openBrowser(join(folder, 'tablet'))
})
afterAll(async () => {
  await tablet.close()
  await server.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

it('meets the curtain at every start, with nothing on it where no form waits, and Welcome a tap behind', async () => {
  const { page } = tablet
  await welcome(page, server.tabletLink)
  await whole(page)
  await server.kill()
  for (const begins of [
    () => page.reload(),
    () => page.goto('about:blank').then(() => page.goto(server.url)),
  ]) {
    await begins()
    await heading(page, words.curtain.title).waitFor()
    expect(await page.locator('.page.curtain').locator('.drafts, .note, input').count()).toBe(0)
    expect(await button(page, words.welcome.start).count()).toBe(0)
    await byTouch(button(page, words.curtain.new))
    await uncover(page)
  }
})
