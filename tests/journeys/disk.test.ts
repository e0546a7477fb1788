// What somebody with the whole tablet finds on its disk: after a draft, a sealed form and a sent form, nothing that was said.

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { freePort } from '../fixtures/port.ts'
import { openBrowser } from './harness/browser.ts'
import { begin, button, byTouch, fill, give, statement, welcome, words } from './harness/person.ts'
import { type Sought, scan } from './harness/scan.ts'
import { startServer } from './harness/serve.ts'
import { formOf } from './harness/twenty.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-disk-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The answers' codes beside an item's id, as they would stand in a row or in a payload. The app's own code is no answer. */
const codes: Sought = Object.fromEntries(
  evaluation.items.flatMap(({ id }) =>
    ['not-at-all', 'sometimes', 'all-the-time', 'skipped'].flatMap(code => [
      [`${id} ${code} as a row`, `"item":"${id}","given":"${code}"`],
      [`${id} ${code} as an answer`, `"${id}":"${code}"`],
    ]),
  ),
)

/** Runs in the page: the halves of the only draft's key, from its two places. */
async function halves(): Promise<{ base: number[]; file: number[] }> {
  const opened = indexedDB.open('equal-voice')
  const base = await new Promise<IDBDatabase>((done, fail) => {
    opened.onsuccess = () => done(opened.result)
    opened.onerror = () => fail(opened.error)
  })
  const all = base.transaction('drafts').objectStore('drafts').getAll()
  const records = await new Promise<{ half: Uint8Array }[]>(done => {
    all.onsuccess = () => done(all.result)
  })
  base.close()
  const drafts = await (await navigator.storage.getDirectory()).getDirectoryHandle('drafts')
  let file: number[] = []
  for await (const handle of drafts.values())
    if (handle instanceof FileSystemFileHandle)
      file = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]
  return { base: [...(records[0]?.half ?? [])], file }
}

/** The files in which a browser keeps what pages store; its cache holds the app's own code. */
const stored = (name: string): boolean => !/Cache|CacheStorage|ScriptCache|network-\d+/.test(name)

describe('the disk of a tablet', () => {
  it('holds no answer, and nothing that opens what is left of a form that has ended', {
    timeout: 240_000,
  }, async () => {
    const how = { data: join(folder, 'server'), port: await freePort() }
    const profile = join(folder, 'tablet')
    const server = await startServer({ ...how, at: '2026-03-10T10:00:00Z' })
    let tablet = await openBrowser(profile)
    try {
      await welcome(tablet.page, server.tabletLink)
      await fill(tablet.page, byTouch, formOf(1))
      await byTouch(button(tablet.page, words.welcome.staff))
      await tablet.page.getByText(words.shift.none).first().waitFor()
      await tablet.page.getByText(words.shift.ready).waitFor()
      await byTouch(button(tablet.page, words.shift.back))
      await server.stop()

      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, formOf(2).slice(0, 12))
      await statement(tablet.page, 13)
      const held = await tablet.page.evaluate(halves)
      expect([held.base.length, held.file.length]).toEqual([32, 32])
      await give(tablet.page, byTouch, formOf(2).slice(12), 13)
      await byTouch(button(tablet.page, words.statement.continue))
      await byTouch(button(tablet.page, words.review.finish))
      await byTouch(button(tablet.page, words.thanks.done))

      // A draft that waits, and a browser that is killed with it.
      await begin(tablet.page, byTouch)
      await give(tablet.page, byTouch, formOf(3).slice(0, 7))
      await statement(tablet.page, 8)
      await tablet.kill()
      const killed = await scan(profile, { ...codes, file: Uint8Array.from(held.file) }, stored)
      expect(killed).toEqual([])

      // Another start, which compacts what it finds, changes nothing of that.
      tablet = await openBrowser(profile)
      await tablet.page.goto(server.url)
      await tablet.page.getByRole('button', { name: words.curtain.carry }).first().waitFor()
      await tablet.close()
      expect(await scan(profile, { ...codes, file: Uint8Array.from(held.file) }, stored)).toEqual([])
      const files = await readdir(profile, { recursive: true })
      expect(files.some(name => name.includes('IndexedDB'))).toBe(true)
    } finally {
      await tablet.kill().catch(() => undefined)
      await server.kill()
    }
  })
})
