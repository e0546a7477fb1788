// What somebody with the whole tablet finds on its disk: after a draft, and after a form that was sealed, sent or erased,
// nothing that was said and nothing that opens what is left.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { openBrowser } from './harness/browser.ts'
import { opensDraft } from './harness/halves.ts'
import {
  begin,
  button,
  byTouch,
  give,
  heading,
  kept,
  answer as option,
  seal,
  statement,
  uncover,
  welcome,
  words,
} from './harness/person.ts'
import { search } from './harness/remains.ts'
import { type Sought, scan } from './harness/scan.ts'
import { startServer } from './harness/serve.ts'
import { send, whole } from './harness/shift.ts'
import { formOf } from './harness/twenty.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-disk-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('the disk of a tablet', () => {
  it('holds no answer, and nothing that opens what is left of a form that has ended', {
    timeout: 240_000,
  }, async () => {
    const how = { data: join(folder, 'server'), port: await freePort() }
    const profile = join(folder, 'tablet')
    const server = await startServer({ ...how, at: '2026-03-10T10:00:00Z' })
    let tablet = await openBrowser(profile)
    let over: Sought = {}

    /** Cuts the power, searches what lies there, and starts again, which moves and compacts it. */
    async function cut(state: string): Promise<void> {
      await tablet.kill()
      expect(await search(profile, over), state).toEqual([])
      tablet = await openBrowser(profile)
      await tablet.page.goto(server.url)
    }

    try {
      await welcome(tablet.page, server.tabletLink)
      await whole(tablet.page)

      // Sent: answered, sealed and gone to the server.
      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, formOf(1).slice(0, 12))
      const sent = await opensDraft(tablet.page)
      await give(tablet.page, byTouch, formOf(1).slice(12), 13)
      await seal(tablet.page, byTouch)
      await send(tablet.page, 1)
      over = { ...over, ...sent.file, ...sent.key }
      await cut('after a form that was sent')
      await server.stop()

      // Sealed: it waits in the outbox.
      await uncover(tablet.page)
      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, formOf(2).slice(0, 12))
      const sealed = await opensDraft(tablet.page)
      await give(tablet.page, byTouch, formOf(2).slice(12), 13)
      await seal(tablet.page, byTouch)
      over = { ...over, ...sealed.file, ...sealed.key }
      await cut('after a form that was sealed')

      // Erased.
      await uncover(tablet.page)
      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, formOf(3).slice(0, 9))
      const erased = await opensDraft(tablet.page)
      await byTouch(button(tablet.page, words.bar.stop))
      await byTouch(button(tablet.page, words.stop.erase))
      await heading(tablet.page, words.erased.title).waitFor()
      over = { ...over, ...erased.file, ...erased.key }
      await cut('after a form that was erased')

      // A draft: what was said can't be read, and the scan bites: it finds both halves while the form is open.
      await uncover(tablet.page)
      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, formOf(5).slice(0, 7))
      await statement(tablet.page, 8)
      await byTouch(option(tablet.page, 'sometimes'))
      await kept(tablet.page)
      const draft = await opensDraft(tablet.page)
      await tablet.kill()
      const found = await scan(profile, { ...draft.base, ...draft.file })
      expect(new Set(found.map(one => one.what))).toEqual(
        new Set([...Object.keys(draft.base), ...Object.keys(draft.file)]),
      )
      expect(await search(profile, { ...over, ...draft.key }), 'while a draft waits').toEqual([])
      tablet = await openBrowser(profile)
      await tablet.page.goto(server.url)
      await tablet.page.getByRole('button', { name: words.curtain.carry }).first().waitFor()
      await tablet.close()
      expect(await search(profile, { ...over, ...draft.key }), 'after another start').toEqual([])
    } finally {
      await tablet.kill().catch(() => undefined)
      await server.kill()
    }
  })
})
