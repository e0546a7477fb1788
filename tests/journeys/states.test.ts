// A tablet's disk in every state in which its power can go: with pictures, while a slip is shown, when a form was taken
// back or its hours are over, on the staff's screens. Nothing said, no picture that somebody chose, nothing that opens it.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import staff from '../../locales/en/staff.json' with { type: 'json' }
import { board } from '../../src/form/board.ts'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import { opensDraft } from './harness/halves.ts'
import {
  answer,
  begin,
  button,
  byTouch,
  give,
  heading,
  kept,
  uncover,
  welcome,
  words,
} from './harness/person.ts'
import { search } from './harness/remains.ts'
import { type Sought, scan } from './harness/scan.ts'
import { type Served, startServer } from './harness/serve.ts'
import { thisTablet, whole } from './harness/shift.ts'

let folder: string
let server: Served
let tablet: Browser
/** What would open a form that has ended, or show whose it is. */
let over: Sought = {}

const profile = () => join(folder, 'tablet')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-states-'))
  server = await startServer({
    at: '2026-03-10T10:00:00Z',
    data: join(folder, 'server'),
    port: await freePort(),
  })
  tablet = await openBrowser(profile())
  await welcome(tablet.page, server.tabletLink)
  await whole(tablet.page)
})
afterAll(async () => {
  await tablet?.close()
  await server?.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Long enough for a browser to write down what it would restore. */
const SETTLED = 4000

/** Cuts the power, searches what lies there, and starts again. */
async function cut(state: string, more: Sought = {}): Promise<Page> {
  await tablet.page.waitForTimeout(SETTLED)
  await tablet.kill()
  const found = [
    ...(await search(profile(), over)),
    ...(await scan(profile(), more, name => !/network-\d+/.test(name))),
  ]
  expect(found, state).toEqual([])
  tablet = await openBrowser(profile())
  await tablet.page.goto(server.url)
  return tablet.page
}

const { gate, takeback, slip: slipWords } = words
const tick = (page: Page, n: number) =>
  byTouch(page.getByRole('checkbox', { name: words.pictures[board[n] ?? 'sun'], exact: true }))

/** Numbers in the dresses in which a page could write them down; what is short enough to lie there by chance is none. */
const numbers = (name: string, of: readonly number[]): Sought => ({
  [`${name} as a list`]: `[${of.join(',')}]`,
  [`${name} in a browser's own way`]: Uint8Array.from([0x41, of.length, ...of.flatMap(n => [0x49, n * 2])]),
  [`${name} by their names`]: of.map(n => board[n] ?? '').join(),
})

/** Two answers and a chosen third, and what opens that form. */
async function answers(page: Page) {
  await uncover(page)
  await begin(page, byTouch)
  await give(page, byTouch, ['not-at-all', 'all-the-time'])
  await byTouch(answer(page, 'sometimes'))
  await kept(page)
  return opensDraft(page)
}

async function carryOn(page: Page): Promise<void> {
  await byTouch(button(page, words.curtain.carry).first())
}

it('holds nothing in any state that a form can be in', { timeout: 600_000 }, async () => {
  let { page } = tablet
  const PAIR = [3, 10]
  const pair = numbers('the pictures', PAIR)

  // An answer stands on the screen, chosen; then whoever gave it chooses pictures.
  const open = await answers(page)
  page = await cut('while an answer is on the screen', open.key)
  await carryOn(page)
  await byTouch(button(page, words.bar.pause))
  await heading(page, gate.title).waitFor()
  for (const n of PAIR) await tick(page, n)
  page = await cut('while pictures are chosen', { ...open.key, ...pair })
  await carryOn(page)
  await byTouch(button(page, words.bar.pause))
  for (const n of PAIR) await tick(page, n)
  await byTouch(button(page, gate.go))
  await heading(page, words.curtain.title).waitFor()
  page = await cut('behind two pictures', { ...open.key, ...pair })

  // Five wrong tries.
  await carryOn(page)
  for (let n = 0; n < 5; n += 1) {
    await tick(page, 0)
    await tick(page, 1)
    await byTouch(button(page, gate.go))
    await page.locator('.page.gate .note').waitFor()
  }
  await page.getByText(gate.shut).waitFor()
  page = await cut('behind a gate that is shut', { ...open.key, ...pair })

  // Sealed, and its slip on the screen.
  await carryOn(page)
  await byTouch(button(page, gate.without))
  await byTouch(button(page, words.bar.stop))
  await byTouch(page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }))
  await heading(page, words.thanks.title).waitFor()
  over = { ...over, ...open.file, ...open.key }
  await byTouch(button(page, words.thanks.slipgo))
  await heading(page, slipWords.title).waitFor()
  const names = await page.locator('.sequence li span:not([aria-hidden])').allTextContents()
  const taps = names.map(name => board.findIndex(one => words.pictures[one] === name))
  expect(taps.filter(n => n >= 0)).toHaveLength(6)
  const slip = { ...numbers('the slip', taps), 'the slip in bytes': Uint8Array.from(taps) }
  page = await cut('while a slip is shown', slip)

  // Taken back with it.
  await uncover(page)
  await byTouch(button(page, words.welcome.takeback))
  await heading(page, takeback.title).waitFor()
  for (const n of taps)
    await byTouch(
      page
        .locator('.page.takeback')
        .getByRole('button', { name: words.pictures[board[n] ?? 'sun'], exact: true }),
    )
  page = await cut('while a slip is tapped', slip)
  await uncover(page)
  await byTouch(button(page, words.welcome.takeback))
  await heading(page, takeback.title).waitFor()
  for (const n of taps)
    await byTouch(
      page
        .locator('.page.takeback')
        .getByRole('button', { name: words.pictures[board[n] ?? 'sun'], exact: true }),
    )
  await byTouch(button(page, takeback.go))
  await page.getByText(takeback.taken).or(page.getByText(takeback.asked)).first().waitFor({ timeout: 20_000 })
  page = await cut('after a form was taken back', slip)

  // Its hours are over: nobody came back.
  await page.clock.install()
  await page.goto(server.url)
  const left = await answers(page)
  await byTouch(button(page, words.bar.pause))
  await byTouch(button(page, gate.none))
  await button(page, words.curtain.carry).waitFor()
  await page.clock.fastForward(3000)
  await page.waitForLoadState('networkidle')
  for (let quarter = 0; quarter < 84; quarter += 1) {
    await page.clock.fastForward(15 * 60_000)
    await page.waitForTimeout(60)
  }
  await button(page, words.curtain.carry).waitFor({ state: 'detached', timeout: 30_000 })
  over = { ...over, ...left.file, ...left.key }
  page = await cut('after the hours of a form were over')

  // What staff do: a rescue file of sealed forms, and the lock while the screen is wiped.
  await server.kill()
  const rescued = await answers(page)
  await byTouch(button(page, words.bar.stop))
  await byTouch(page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }))
  await byTouch(button(page, words.thanks.done))
  over = { ...over, ...rescued.file, ...rescued.key }
  await byTouch(button(page, words.welcome.staff))
  await thisTablet(page)
  const saving = page.waitForEvent('download')
  await byTouch(button(page, staff.rescue.save))
  const file = await (await saving).path()
  const text = await readFile(file, 'utf8')
  for (const word of ['sometimes', 'not-at-all', 'all-the-time', 'eval-']) expect(text).not.toContain(word)
  await page.locator('button', { hasText: staff.cleaning.start }).first().tap()
  await page.locator('.page.cleaning').waitFor()
  await cut('while the tablet is wiped down')
})
