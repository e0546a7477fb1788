// The whole way, as it is lived: a tablet on a ward without Wi-Fi, two forms, a crash, shift end, and a month later a release.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { elsewhere, openBrowser } from './harness/browser.ts'
import { released } from './harness/office.ts'
import {
  answer,
  begin,
  button,
  byKeyboard,
  byTouch,
  fill,
  give,
  kept,
  seal,
  statement,
  welcome,
  words,
} from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { send, whole } from './harness/shift.ts'
import { expected, formOf } from './harness/twenty.ts'

let folder: string
let postgres: Postgres
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-journey-'))
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe.each(['SQLite', 'PostgreSQL'])('the whole way, with %s', engine => {
  it('carries what twenty people said from the bedside to a release that says exactly that', {
    timeout: 600_000,
  }, async () => {
    const data = join(folder, engine)
    const databaseUrl = engine === 'PostgreSQL' ? await postgres.database() : undefined
    const how = { data, port: await freePort(), ...(databaseUrl ? { databaseUrl } : {}) }
    const profile = join(folder, `tablet-${engine}`)
    let server: Served = await startServer({ ...how, at: '2026-03-10T10:00:00Z' })
    let tablet = await openBrowser(profile)
    const asked: string[] = []
    try {
      // A tablet is enrolled while there is Wi-Fi, and says when it can do without.
      await welcome(tablet.page, server.tabletLink)
      const ward = (await tablet.page.locator('.ward strong').textContent()) ?? ''
      await whole(tablet.page)
      await server.stop()

      // No server, no Wi-Fi: Amina by keyboard.
      await welcome(tablet.page, server.url)
      await fill(tablet.page, byKeyboard, formOf(0))

      // Joe by touch; in the middle the tablet dies.
      const joe = formOf(1)
      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, joe.slice(0, 12))
      await byTouch(answer(tablet.page, 'all-the-time'))
      await kept(tablet.page)
      asked.push(...(await tablet.asked()))
      await tablet.kill()
      tablet = await openBrowser(profile)
      await tablet.page.goto(server.url)
      await byTouch(tablet.page.getByRole('button', { name: new RegExp(words.curtain.carry) }).first())
      // He is where he was. His answers are there, and are shown to nobody.
      await statement(tablet.page, 13)
      await tablet.page.getByText(words.statement.veiled).waitFor()
      for (const choice of ['not-at-all', 'sometimes', 'all-the-time'] as const)
        expect(await answer(tablet.page, choice).isChecked()).toBe(false)
      expect(joe[12]).toBe('all-the-time')
      await byTouch(button(tablet.page, words.statement.continue))
      await give(tablet.page, byTouch, joe.slice(13), 14)
      await seal(tablet.page, byTouch)

      // Shift end, with signal again.
      server = await startServer({ ...how, at: '2026-03-10T20:00:00Z' })
      await send(tablet.page, 2)

      // Eighteen more, some stopped half-way and sent; the shift's end sends them.
      for (let n = 2; n < 20; n += 1) await fill(tablet.page, byTouch, formOf(n))
      await send(tablet.page, 18)
      asked.push(...(await tablet.asked()))
      await tablet.close()
      await server.stop()

      // The date comes.
      server = await startServer({ ...how, at: '2026-04-01T10:00:00Z' })
      const release = await released(join(folder, `office-${engine}`), server, '1 April 2026', ward)
      const forms = Array.from({ length: 20 }, (_, n) => formOf(n))
      expect(release.base).toBe(20)
      expect(release.items).toEqual(expected(forms))
      expect(elsewhere([...asked, ...release.asked], server.url)).toEqual([])
    } finally {
      await tablet.kill().catch(() => undefined)
      await server.kill()
    }
  })
})
