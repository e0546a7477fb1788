// Every page of the office that a link leads to, in a real browser: axe, valid HTML, nothing wider than the screen.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { invalid } from './harness/html.ts'
import { type Served, startServer } from './harness/serve.ts'

let data: string
let server: Served
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-office-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
})
afterAll(async () => {
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

/** Follows every link within the office, each kind of page once; calls `look` on each. */
async function everyPage(page: Page, look: (path: string) => Promise<void>): Promise<string[]> {
  const kinds = new Map<string, string>()
  const todo = ['/office']
  for (let path = todo.shift(); path; path = todo.shift()) {
    await page.goto(server.url + path)
    await page.locator('h1').first().waitFor()
    await look(path)
    const links = await page.$$eval('a[href^="/office"]', found =>
      found.map(one => one.getAttribute('href') ?? ''),
    )
    for (const link of links) {
      // A ward's page looks like every other ward's.
      const kind = link.replace(/(wards|services|releases)\/(?!new)[^/]+/, '$1/ID')
      if (kinds.has(kind) || link === '/office') continue
      kinds.set(kind, link)
      todo.push(link)
    }
  }
  return [...kinds.keys()]
}

it('shows every page of the office so that a leader who can’t see it well can use it, at a desk and on a phone', {
  timeout: 120_000,
}, async () => {
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await (await browser.newContext()).newPage()
    await page.goto(server.officeLink)
    await page.getByRole('table').or(page.getByRole('link')).first().waitFor()
    const wrong: string[] = []
    const met = await everyPage(page, async path => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 })
        const faults = [...(await faultsOf(page)), ...(await invalid(page))]
        wrong.push(...faults.map(fault => `${path} at ${width}: ${fault}`))
      }
    })
    expect(met).toEqual(expect.arrayContaining(['/office/wards/ID', '/office/services/ID/words']))
    expect(wrong).toEqual([])
  } finally {
    await browser.close()
  }
})

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const faults = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
  return wide > 0 ? [...faults, `scrolls sideways by ${wide}`] : faults
}
