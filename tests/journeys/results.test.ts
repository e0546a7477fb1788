// Grace reads what a ward's releases say, in a real browser under the real security policy: charts by keyboard, saved, printed.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { violationsOf } from './harness/axe.ts'
import { invalid } from './harness/html.ts'
import { type Served, startServer } from './harness/serve.ts'

let data: string
let server: Served
let browser: Browser
let page: Page
const refused: string[] = []
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-results-'))
  server = await startServer({ at: '2026-11-22T10:00:00Z', data, port: await freePort() })
  browser = await chromium.launch(chromiumOptions())
  page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  page.on('console', said => said.type() === 'error' && refused.push(said.text()))
  await page.goto(server.officeLink)
  await page.getByRole('link', { name: 'Results' }).click()
  await page
    .getByRole('navigation', { name: 'Services and wards' })
    .getByRole('link', { name: /^Willow Ward/ })
    .click()
  await page.getByRole('group', { name: /over time/ }).waitFor()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

/** What a button saves: the file's name and its bytes. */
async function saved(button: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await coming
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** Width and height of a PNG, which stand at the same place in each. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

it('shows a ward over time without barriers, with a point for every release that the arrow keys come to', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOf(page)).toEqual([])
  }
  expect(await invalid(page)).toEqual([])
  const points = page.locator('.office-time-point')
  await points.first().focus()
  for (let n = 1; n < (await points.count()); n++) await page.keyboard.press('ArrowRight')
  expect(await points.last().evaluate(one => one.matches(':focus'))).toBe(true)
  expect(await points.last().getAttribute('aria-label')).toMatch(/^1 November 2026: \d+ of \d+ forms said/)
})

it('saves a chart as a drawing and as a picture, and asks the server for nothing but to write it down', async () => {
  const asked: string[] = []
  const note = (request: { url(): string }) => asked.push(request.url())
  page.on('request', note)
  const drawing = await saved(/SVG/)
  expect(drawing.name).toBe('Equal Voice over time, statement 1.svg')
  expect(drawing.bytes.toString()).toContain('http://www.w3.org/2000/svg')
  const picture = await saved(/PNG/)
  expect(sizeOf(picture.bytes)).toEqual([1800, 880])
  // More than one colour: it is no empty sheet.
  expect(picture.bytes.length).toBeGreaterThan(10_000)
  page.off('request', note)
  const noted = `${server.url}/api/office/results/drawings`
  expect(asked.filter(url => !url.startsWith('blob:'))).toEqual([noted, noted])
})

it('prints a release on one sheet of A4, with few forms and with many, and saves it too', async () => {
  for (const day of ['1 November 2025', '1 July 2026', '1 November 2026']) {
    await page.getByRole('link', { name: day, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `Release of ${day}` }).waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = pdf.toString('latin1').match(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/g)
    expect([day, sheets?.length]).toEqual([day, 1])
    const picture = await saved(/PNG/)
    expect(sizeOf(picture.bytes)[0]).toBe(2000)
    await page.goBack()
    await page.getByRole('group', { name: /over time/ }).waitFor()
  }
  expect(refused).toEqual([])
})
