// Grace, a leader, and Rosa, an advocate, fill the Readiness Checker in at the same time, each at a machine of her own.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { violationsOf } from './harness/axe.ts'
import { invalid } from './harness/html.ts'
import { type Served, startServer } from './harness/serve.ts'

const question = 'Is it a policy requirement that people must be involved in decision making processes?'

let data: string
let server: Served
let browser: Browser
let grace: Page
let rosa: Page
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-readiness-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
  browser = await chromium.launch(chromiumOptions())
  grace = await signedIn(server.officeLink)
  rosa = await signedIn(server.advocateLink)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

async function signedIn(link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('link', { name: 'Readiness' }).click()
  await page.getByRole('link', { name: /Invented Inpatient Service/ }).click()
  await page.getByRole('link', { name: `Say something about this question: ${question}` }).click()
  await page.getByRole('heading', { level: 1, name: question }).waitFor()
  return page
}

/** Says something without a mouse, but for the keys that a browser gives to a list of choices. */
async function say(page: Page, answer: string, who: string, evidence: string): Promise<void> {
  await page.getByRole('radio', { name: answer, exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type(evidence)
  await page.getByRole('checkbox', { name: who, exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Keep this' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(`Kept: ${answer}.`).waitFor()
}

const said = (page: Page) => page.getByRole('region', { name: 'What has been said' })

it('keeps both voices of two who speak at once and differ, and shows each of them both', async () => {
  await Promise.all([
    say(grace, 'Yes', 'Leaders', 'The involvement policy.'),
    say(rosa, 'No', 'People who are or were cared for here', 'Nobody on the ward knows of one.'),
  ])
  for (const page of [grace, rosa]) {
    await page.reload()
    await said(page).getByText('They see this differently').waitFor()
    const text = (await said(page).textContent()) ?? ''
    expect(text).toContain('YesA leader. 10 March 2026.The involvement policy.')
    expect(text).toContain('Written down by an advocate.Nobody on the ward knows of one.')
  }
})

it('lets neither change what the other wrote down', async () => {
  const changes = (page: Page) =>
    said(page)
      .getByRole('button', { name: /changed their mind/ })
      .allInnerTexts()
  expect([await changes(grace), await changes(rosa)].map(one => one.length)).toEqual([1, 1])
  expect(await said(grace).getByRole('button').first().getAttribute('aria-label')).toContain('A leader')
  expect(await said(rosa).getByRole('button').first().getAttribute('aria-label')).toContain('cared for here')
})

it('lets Rosa strike out a name that she typed by mistake, and shows Grace the day in its place', async () => {
  await say(rosa, 'Partly', 'Peer supporters', 'Maggie Fell told us so.')
  await rosa.getByRole('button', { name: 'Strike out what shows it: A peer supporter, Partly' }).click()
  await rosa.getByRole('heading', { name: 'Strike out what shows it?' }).waitFor()
  const faults: string[] = []
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [768, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const) {
    await rosa.setViewportSize({ width, height: 800 })
    await rosa.emulateMedia({ colorScheme })
    const wide = await rosa.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    faults.push(...(await violationsOf(rosa)), ...(await invalid(rosa)), ...(wide > 0 ? ['too wide'] : []))
  }
  expect(faults).toEqual([])
  await rosa.getByRole('button', { name: 'Yes, strike it out' }).click()
  await rosa.getByText('It is struck out.').waitFor()
  await grace.reload()
  await said(grace).getByText('Struck out on 10 March 2026.').waitFor()
  expect(await grace.content()).not.toContain('Maggie')
  expect(await said(grace).textContent()).toContain('PartlyA peer supporter. 10 March 2026.')
})

it('can be used by whoever can’t see it well, at a desk, on a phone, and in the dark', {
  timeout: 120_000,
}, async () => {
  const base = grace.url().replace(/\/questions\/.*/, '')
  const wrong: string[] = []
  for (const path of ['', '/questions/ready-5o', '/beside', '/versions'])
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await grace.setViewportSize({ width, height: 800 })
      await grace.emulateMedia({ colorScheme })
      await grace.goto(base + path)
      await grace
        .getByRole('heading', { name: 'Whose words these are' })
        .or(grace.getByRole('listitem'))
        .last()
        .waitFor()
      const wide = await grace.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      const faults = [
        ...(await violationsOf(grace)),
        ...(await invalid(grace)),
        ...(wide > 0 ? ['too wide'] : []),
      ]
      wrong.push(...faults.map(fault => `${path} at ${width}: ${fault}`))
    }
  expect(wrong).toEqual([])
})
