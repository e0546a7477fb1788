// From a statement to done, by keyboard alone: Grace leads the ward, Rosa is its advocate, each in a browser of their own.

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

let data: string
let server: Served
let browser: Browser
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-actions-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
  browser = await chromium.launch(chromiumOptions())
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

/** What axe finds and what is no valid HTML, in light and in dark. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await invalid(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    faults.push(...(await violationsOf(page)).map(fault => `${colorScheme} ${fault}`))
  }
  return faults
}

/** Comes in by a link, in a browser of their own. */
async function comeIn(link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('link', { name: 'What changes' }).waitFor()
  return page
}

/** Presses Tab until what has this name has the focus. Throws when nothing does. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp, nth = 0) {
  const wanted = page.getByRole(role, { name }).nth(nth)
  await wanted.waitFor()
  for (let n = 0; n < 300; n++) {
    if (await wanted.evaluate(one => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never comes to ${name}`)
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  await tabTo(page, role, name)
  await page.keyboard.press('Enter')
}

/** Types a day as the browser's own field takes it: this browser's language is American. */
async function typeDay(page: Page, label: string, day: string) {
  const field = page.getByLabel(label)
  for (let n = 0; n < 300 && !(await field.evaluate(one => one === document.activeElement)); n++)
    await page.keyboard.press('Tab')
  const [year, month, date] = day.split('-')
  await page.keyboard.type(`${month}${date}${year}`)
  expect(await field.inputValue()).toBe(day)
}

it('lets a leader begin it, an advocate say what people said, and neither lose a word to the other', {
  timeout: 120_000,
}, async () => {
  const grace = await comeIn(server.officeLink)
  await press(grace, /^Release of 1 March 2026/, 'link')
  await grace.getByRole('heading', { name: 'What is being done about it' }).waitFor()
  await press(grace, /^Do something about this “I feel valued”/, 'link')
  await grace.getByRole('heading', { level: 1, name: 'Do something about it' }).waitFor()
  await grace.locator('blockquote', { hasText: 'I feel valued' }).waitFor()

  const write = async (label: string, nth: number, text: string) => {
    await tabTo(grace, 'textbox', label, nth)
    await grace.keyboard.type(text)
  }
  await write('What will be done', 0, 'Thank people by name at each meeting')
  await write('Who does it', 0, 'the ward team')
  await typeDay(grace, 'By when', '2026-06-01')
  await write('In plain words', 0, 'People do not feel valued here.')
  await write('In easy read', 0, 'We do not feel valued.')
  await write('In plain words', 1, 'We say thank you at each meeting.')
  await write('In easy read', 1, 'We say thank you.')
  expect(await faultsOf(grace)).toEqual([])
  await press(grace, 'Propose it')
  await grace.getByRole('heading', { level: 1, name: 'Thank people by name at each meeting' }).waitFor()
  const address = grace.url()
  // Nobody is told of a proposal, and Grace can't agree to it for anybody.
  expect(await grace.getByRole('button', { name: /agreed|done/ }).count()).toBe(0)

  const rosa = await comeIn(server.advocateLink)
  await rosa.goto(address)
  await press(rosa, 'Record that people agreed')
  await typeDay(rosa, 'The day of the meeting', '2026-03-10')
  // Meanwhile Grace puts it better. What Rosa read is not what people would now have agreed to.
  await press(grace, 'Change the words')
  await tabTo(grace, 'textbox', 'In easy read', 1)
  await grace.keyboard.press('ControlOrMeta+A')
  await grace.keyboard.type('We thank you at each meeting.')
  await press(grace, 'Change the words')
  await grace.getByText('The words were changed.').waitFor()
  await press(rosa, 'Record that they agreed')
  await rosa.getByText(/It changed since you read it/).waitFor()
  expect(await rosa.getByLabel('The day of the meeting').inputValue()).toBe('2026-03-10')
  await rosa.getByText('We thank you at each meeting.').first().waitFor()
  expect(await faultsOf(rosa)).toEqual([])
  await press(rosa, 'Record that they agreed')
  await rosa.getByText('It is written down that people agreed.').waitFor()

  await grace.reload()
  await press(grace, 'Say that it has begun')
  await press(grace, 'It has begun')
  await grace.getByText('It has begun.', { exact: true }).waitFor()

  await rosa.reload()
  await press(rosa, 'Record that people say it is done')
  await typeDay(rosa, 'The day of the meeting', '2026-03-10')
  await press(rosa, 'Record that it is done')
  await rosa.getByText('It is written down that people say it is done.').waitFor()
  await rosa.getByText('We did').first().waitFor()
})
