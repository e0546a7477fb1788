// The scan itself is tested first: one that finds nothing anywhere would call any disk clean.

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elsewhere, openBrowser } from './browser.ts'
import { scan } from './scan.ts'

let profile: string
let url: string
const server = createServer((_, reply) =>
  reply.setHeader('content-type', 'text/html').end('<title>a</title>'),
)

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'equal-voice-scan-'))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
})
afterAll(async () => {
  server.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs in the page: writes rows into IndexedDB in the clear, many and alike, so that they get compressed. */
async function write(): Promise<void> {
  const opened = indexedDB.open('plain', 1)
  const base = await new Promise<IDBDatabase>((done, fail) => {
    opened.onupgradeneeded = () => opened.result.createObjectStore('rows', { autoIncrement: true })
    opened.onsuccess = () => done(opened.result)
    opened.onerror = () => fail(opened.error)
  })
  const change = base.transaction('rows', 'readwrite', { durability: 'strict' })
  for (let n = 0; n < 400; n += 1)
    change.objectStore('rows').add({ item: 'eval-03', given: 'all-the-time', n })
  await new Promise(done => {
    change.oncomplete = done
  })
}

describe('the scan of a disk', () => {
  it('finds answers that were written in the clear, after the browser is killed and started again', async () => {
    const first = await openBrowser(profile)
    await first.page.goto(url)
    await first.page.evaluate(write)
    await first.kill()
    // A second start moves what was logged into compressed tables.
    const second = await openBrowser(profile)
    await second.page.goto(url)
    await second.page.evaluate(() => indexedDB.databases())
    await second.close()
    const found = await scan(profile, { answer: 'all-the-time', item: 'eval-03', other: 'never-written' })
    expect(new Set(found.map(one => one.what))).toEqual(new Set(['answer', 'item']))
    expect(elsewhere(await second.asked(), url)).toEqual([])
    expect(await second.asked()).toContain(url)
  })

  it('sees a request to another origin that a page makes, and none that Chromium makes for itself', async () => {
    const browser = await openBrowser(profile)
    await browser.page.goto(url)
    await browser.page.evaluate(() => fetch('http://127.0.0.1:9/watching').catch(() => undefined))
    await browser.close()
    expect(elsewhere(await browser.asked(), url)).toEqual(['http://127.0.0.1:9/watching'])
  })
})
