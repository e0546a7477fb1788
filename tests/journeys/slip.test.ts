// Taking a form back, as it is lived: without a signal from the tablet itself, with one from the box, and too late.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { freePort } from '../fixtures/port.ts'
import { ask, signIn, wayIn } from '../server/front.ts'
import { openBrowser } from './harness/browser.ts'
import { begin, button, byTouch, fill, give, heading, welcome, words } from './harness/person.ts'
import { scan } from './harness/scan.ts'
import { startServer } from './harness/serve.ts'
import { says, send, whole } from './harness/shift.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-slip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A form that is stopped after its first answer and sent: the slip's pictures by their names, and thanks is left. */
async function sealWithSlip(page: Page): Promise<string[]> {
  await begin(page, byTouch)
  await give(page, byTouch, ['sometimes'])
  await byTouch(button(page, words.bar.stop))
  await byTouch(page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }))
  await heading(page, words.thanks.title).waitFor()
  await byTouch(button(page, words.thanks.slipgo))
  await heading(page, words.slip.title).waitFor()
  const slip = await page.locator('.sequence li > :last-child').allInnerTexts()
  expect(slip).toHaveLength(6)
  await byTouch(button(page, words.slip.done))
  await byTouch(button(page, words.thanks.done))
  await heading(page, words.welcome.title).waitFor()
  return slip
}

async function takeBack(page: Page, slip: readonly string[]): Promise<void> {
  await byTouch(button(page, words.welcome.takeback))
  for (const name of slip) await byTouch(button(page, name))
  await byTouch(button(page, words.takeback.go))
}

const told = (page: Page, what: keyof typeof words.takeback) => says(page, words.takeback[what]).waitFor()

async function done(page: Page): Promise<void> {
  await byTouch(button(page, words.takeback.done))
  await heading(page, words.welcome.title).waitFor()
}

/** How many forms lie in the boxes and how many were counted, as whoever holds the database sees it. */
function formsOf(data: string): { lying: number; counted: number } {
  const database = new DatabaseSync(join(data, 'equal-voice.sqlite'), { readOnly: true })
  const of = (table: string) => Number(database.prepare(`select count(*) as n from ${table}`).get()?.n)
  const found = { lying: of('envelopes'), counted: of('spent') }
  database.close()
  return found
}

it('gives Amina her form back without a signal, out of the box, and tells her the truth when it was opened', {
  timeout: 300_000,
}, async () => {
  const data = join(folder, 'server')
  const how = { data, port: await freePort(), at: '2026-03-10T10:00:00Z' }
  let server = await startServer(how)
  const profile = join(folder, 'tablet')
  const tablet = await openBrowser(profile)
  const { page } = tablet
  try {
    await welcome(page, server.tabletLink)
    await whole(page)
    await server.stop()
    const before = formsOf(data)

    // No signal: from the outbox, at once; and she answers again.
    const first = await sealWithSlip(page)
    await takeBack(page, first)
    await told(page, 'taken')
    await byTouch(button(page, words.takeback.again))
    await heading(page, words.welcome.title).waitFor()
    const second = await sealWithSlip(page)

    // What is nowhere on the tablet can be asked for, and is on its way.
    await takeBack(page, [...first.slice(1), ...first.slice(0, 1)].toReversed())
    await told(page, 'asked')
    await done(page)

    // Nothing of a slip outlasts its screens: not behind Back, not after a reload.
    for (let back = 0; back < 3; back += 1) await page.goBack().catch(() => undefined)
    await welcome(page, server.url)
    for (const name of new Set(second)) expect(await page.getByText(name, { exact: true }).count()).toBe(0)

    // With a signal: out of the box.
    server = await startServer({ ...how, at: '2026-03-10T12:00:00Z' })
    await send(page, 1)
    expect(formsOf(data).lying).toBe(before.lying + 1)
    await takeBack(page, second)
    await told(page, 'taken')
    await done(page)
    expect(formsOf(data).lying).toBe(before.lying)

    // Too late: it was opened with the others.
    const third = await sealWithSlip(page)
    await fill(page, byTouch, ['not-at-all'])
    await send(page, 2)
    const { url } = server
    const front = { ask: (path: string, more = {}) => ask(url + path, more) }
    const leader = await signIn({ ...front, officeToken: wayIn(server.officeLink) })
    const ward = await page.locator('.ward strong').textContent()
    const id =
      (await leader.overview()).services.flatMap(one => one.wards).find(one => one.name === ward)?.id ?? ''
    const advanced = await leader.ask(endpoints.demonstrate.replace(':ward', id), { method: 'POST' })
    expect(advanced.status).toBe(200)
    await takeBack(page, third)
    await told(page, 'opened')
    expect(formsOf(data).counted).toBeGreaterThan(before.counted)
    await done(page)
    await tablet.close()

    // The six taps themselves are on no disk.
    const slips = [first, second, third].map(slip =>
      slip.map(name => Object.keys(words.pictures).indexOf(name)),
    )
    const sought = Object.fromEntries(
      slips.flatMap((taps, n) => [
        [`slip ${n} as bytes`, Uint8Array.from(taps)],
        [`slip ${n} as text`, new TextEncoder().encode(JSON.stringify(taps))],
      ]),
    )
    expect(await scan(profile, sought, name => /IndexedDB|Local Storage|Session/.test(name))).toEqual([])
  } finally {
    await tablet.kill().catch(() => undefined)
    await server.kill()
  }
})
