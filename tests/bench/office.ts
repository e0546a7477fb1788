// Why: leaders of a large trust give up on a page that takes long. A hundred wards and five years of releases, every page of
// the office in a real browser: how long until it can be read. `npm run build && node tests/bench/office.ts`, milliseconds.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { newSignIn } from '../../src/server/queries/sessions.ts'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { startServer } from '../journeys/harness/serve.ts'
import { houseAt } from '../server/count/room.ts'
import { makeTrust } from './estate.ts'

const SIZE = { services: 8, wards: 100, months: 60, forms: 25 }
const AT = '2026-10-15'
const RUNS = 5

/** Milliseconds from asking for a page until its heading and all that it loads are there. */
async function timed(page: Page, url: string): Promise<number> {
  const began = performance.now()
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  // The half second of silence that the browser waits for is no work.
  return performance.now() - began - 500
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

const data = await mkdtemp(join(tmpdir(), 'equal-voice-bench-'))
const house = await houseAt({ data, databaseUrl: undefined }, AT)
const organisation = await makeTrust(house, SIZE)
const token = await newSignIn(house, organisation, 'administrator')
await house.db.destroy()
const server = await startServer({ at: `${AT}T10:00:00Z`, data, port: 0, empty: true })
const browser = await chromium.launch(chromiumOptions())
try {
  const page = await browser.newPage()
  await page.goto(`${server.url}/office#sign-in=${token}`)
  await page.getByRole('link', { name: 'Ward 001' }).first().waitFor()
  const kinds = new Map<string, string>()
  const todo = ['/office']
  for (let path = todo.shift(); path; path = todo.shift()) {
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) times.push(await timed(page, server.url + path))
    const [kind, at, most] = [path.replace(/[\w-]{20,}/g, 'ID'), median(times), Math.max(...times)]
    process.stdout.write(`${kind}: ${at.toFixed(0)} (${most.toFixed(0)} at most)\n`)
    const links = await page.$$eval('a[href^="/office"]', all =>
      all.map(one => one.getAttribute('href') ?? ''),
    )
    for (const link of links) {
      const kind = link.replace(/[\w-]{20,}/g, 'ID').replace(/\?.*/, '')
      if (kinds.has(kind) || kind === '/office') continue
      kinds.set(kind, link)
      todo.push(link)
    }
  }
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
}
