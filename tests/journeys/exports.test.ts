// An administrator takes a file away, changes their mind about another, and gives a system of the trust its token.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { table } from '../exchange/rfc4180.ts'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { violationsOf } from './harness/axe.ts'
import { type Served, startServer } from './harness/serve.ts'

let data: string
let server: Served
let browser: Browser
let page: Page
let base: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-exports-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
  browser = await chromium.launch(chromiumOptions())
  page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  await page.goto(server.officeLink)
  await page.getByRole('link', { name: 'Exports' }).click()
  await page.getByRole('heading', { level: 1, name: 'Exports' }).waitFor()
  base = new URL(page.url()).origin
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

it('gives a file by keyboard alone, whole, and under a name that says what it is', async () => {
  await page.getByRole('radio', { name: 'Releases', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Take the file' }).focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('equal-voice-releases-2026-03-10.csv')
  const { head, rows } = table(await readFile(await download.path(), 'utf8'))
  expect(head).toContain('not_at_all_forms')
  expect(rows.length).toBeGreaterThan(23)
  await page.getByText(/has come whole/).waitFor()
})

it('stops when it is told to, keeps nothing of the file, and can be asked again', async () => {
  const network = await page.context().newCDPSession(page)
  const slow = { offline: false, latency: 0, downloadThroughput: 20_000, uploadThroughput: -1 }
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', slow)
  const downloads: string[] = []
  page.on('download', one => downloads.push(one.suggestedFilename()))
  await page.getByRole('radio', { name: 'Everything as FHIR R4' }).check()
  await page.getByRole('button', { name: 'Take the file' }).click()
  await page.getByText(/so far, of \d+ releases/).waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText(/^Stopped\. Nothing was kept/).waitFor()
  await network.send('Network.emulateNetworkConditions', { ...slow, downloadThroughput: -1 })
  expect(downloads).toEqual([])
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take the file' }).click()
  const file = JSON.parse(await readFile(await (await again).path(), 'utf8')) as { entry: object[] }
  expect(file.entry.length).toBeGreaterThan(10)
})

it('stands in the record with who took it, of what and of which days', async () => {
  await page.goto(`${base}/office/record`)
  await page.getByText('releases.csv, of all services, all days').first().waitFor()
  expect(await page.getByText('fhir.json, of all services, all days').count()).toBe(2)
})

it('lets another system read with a token until it is ended', async () => {
  await page.goto(`${base}/office/exports/tokens`)
  await page.getByLabel('Which system is it for?').fill('FHIR store')
  await page.getByLabel('Its last day').fill('2026-12-31')
  await page.getByRole('checkbox', { name: /All services/ }).check()
  await page.getByRole('button', { name: 'Make the token' }).click()
  const token = await page.getByRole('textbox', { name: 'The token' }).inputValue()
  const read = async () =>
    (await fetch(`${base}/fhir/MeasureReport`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await read()).toBe(200)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'End the token FHIR store' }).click()
  await page.getByRole('button', { name: 'End it' }).click()
  await page.getByText('The token FHIR store has ended.').waitFor()
  expect(await read()).toBe(401)
})

it('can be used by whoever can’t see it well, at a desk, on a phone, at 400 per cent, and in the dark', {
  timeout: 120_000,
}, async () => {
  for (const path of ['', '/tokens', '/webhooks'])
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [1280, 'dark'],
      [360, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.goto(`${base}/office/exports${path}`)
      await page.locator('main form').waitFor()
      const violations = await violationsOf(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([path, width, colorScheme, wide, violations]).toEqual([path, width, colorScheme, 0, []])
    }
})
