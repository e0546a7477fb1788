// The whole circle: people on a ward say something, a leader reads it and acts, people meeting with an advocate agree, and
// it comes back to the tablet. Amal administers, Priya leads, Rosa is the advocate; a real server, and months that pass.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import heard from '../../locales/en/heard.json' with { type: 'json' }
import { evaluation } from '../../src/instrument/evaluation.ts'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { openBrowser, type Browser as Tablet } from './harness/browser.ts'
import { withPasskeys } from './harness/passkeys.ts'
import { button, byTouch, fill, heading, welcome, words } from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { send, whole } from './harness/shift.ts'

/** To come: a passkey's session is over for the library of accounts when the server's clock is behind the machine's. */
const YEAR = new Date().getUTCFullYear() + 1

let folder: string
let how: Parameters<typeof startServer>[0]
let server: Served
let browser: Browser
let tablet: Tablet
let amal: Page
let priya: Page
let rosa: Page
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-heard-'))
  const port = await freePort()
  // A passkey belongs to a name: no browser makes one for an address of numbers.
  const publicUrl = `http://localhost:${port}`
  how = { at: `${YEAR}-03-02T10:00:00Z`, data: join(folder, 'data'), port, publicUrl, empty: true }
  server = await startServer(how)
  browser = await chromium.launch(chromiumOptions())
  tablet = await openBrowser(join(folder, 'tablet'))
})
afterAll(async () => {
  await tablet?.close()
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const statement = evaluation.items[0]?.text ?? ''
const SAID = { plain: 'People want to know how they are doing.', easy: 'We want to know how we are doing.' }
const DID = { plain: 'Staff talk about it every Friday.', easy: 'Staff talk with you on Fridays.' }

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

/** Somebody takes an invitation up with a passkey, in a browser of their own. */
async function comesIn(link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await withPasskeys(page)
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  const address = page.getByLabel('Your e-mail address')
  await address.fill(`${name.split(' ')[0]?.toLowerCase()}@example.org`)
  await press(page, 'Make a passkey and come in')
  await title(page, 'Wards')
  return page
}

/** Amal makes an invitation for this role to the one service there is. */
async function invites(role: string): Promise<string> {
  await amal.goto(`${server.url}/office/people/invite`)
  await title(amal, 'Invite somebody')
  await amal.getByLabel(role, { exact: true }).check()
  await amal.getByLabel('Adult mental health').check()
  await press(amal, 'Make the invitation')
  return amal.getByLabel('Its link').inputValue()
}

/** Signs in again, where time has ended the session. */
async function backIn(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path)
  await press(page, 'Sign in with a passkey')
}

/** Presses Tab until what has this name has the focus, then Enter. Throws when the keyboard never comes there. */
async function byKeys(page: Page, role: 'link' | 'button', name: RegExp | string): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  await wanted.waitFor()
  for (let n = 0; n < 300; n++) {
    if (await wanted.evaluate(one => one === document.activeElement)) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never comes to ${name}`)
}

async function monthLater(at: string): Promise<void> {
  await server.stop()
  server = await startServer({ ...how, at })
}

it('is set up: Amal comes in with a passkey, adds a ward, and invites a leader and an advocate', async () => {
  amal = await comesIn(server.officeLink, 'Amal Idris')
  await amal.goto(`${server.url}/office/wards/new`)
  await amal.getByLabel('Service', { exact: true }).fill('Adult mental health')
  await amal.getByLabel('Ward', { exact: true }).fill('Willow ward')
  await press(amal, 'Add the ward')
  await title(amal, 'Willow ward')
  priya = await comesIn(await invites('Leader'), 'Priya Shah')
  rosa = await comesIn(await invites('Independent advocate'), 'Rosa Marsh')
})

it('lets Priya settle whom Help names and that plainer words are shown, and enrol a tablet by its link', async () => {
  await follow(priya, 'Willow ward')
  await follow(priya, 'Fill in the contacts')
  const numbers = ['020 7946 0101', '020 7946 0102', '020 7946 0103', '03000 616161', '999']
  for (const [n, phone] of numbers.entries()) {
    await priya
      .getByLabel('Name', { exact: true })
      .nth(n)
      .fill(`Somebody ${n + 1}`)
    await priya.getByLabel('Telephone number').nth(n).fill(phone)
  }
  await press(priya, 'Save the contacts')
  await title(priya, 'Willow ward')
  await press(priya, 'Make a code')
  const link = (await priya.locator('.office-code a').first().getAttribute('href')) ?? ''
  await follow(priya, 'Wards')
  await follow(priya, /^Words and languages/)
  await priya.locator('button[id*="en"]', { hasText: 'Switch on' }).first().click()
  await priya.getByLabel('A local trial').check()
  await press(priya, 'Switch it on')
  await priya.getByText(`On since 2 March ${YEAR}`).first().waitFor()
  await welcome(tablet.page, link)
  await whole(tablet.page)
})

it('lets twelve people say what they think, whose forms leave at shift end and are counted on their day', {
  timeout: 300_000,
}, async () => {
  for (let n = 0; n < 12; n++)
    await fill(tablet.page, byTouch, [n < 5 ? 'not-at-all' : 'sometimes', 'all-the-time'])
  await send(tablet.page, 12)
  await monthLater(`${YEAR}-04-01T10:00:00Z`)
  await backIn(rosa, '/office')
  await follow(rosa, /^Release of 1 April/)
  await rosa.getByText('12 forms').first().waitFor()
})

it('lets Priya read it by keyboard and by the names that a screen reader says, and act on it', {
  timeout: 120_000,
}, async () => {
  await backIn(priya, '/office')
  await title(priya, 'Wards')
  await byKeys(priya, 'link', /^Release of 1 April/)
  await title(priya, `Release of 1 April ${YEAR}`)
  await priya
    .getByText(/may not be used to discipline anyone/)
    .first()
    .waitFor()
  const asked = priya.getByText(statement, { exact: true })
  const row = priya.getByRole('row').filter({ has: asked })
  await row.first().waitFor()
  // Five of twelve, and what they may stand for. With so few forms an answer that nobody gave hides another with it.
  const [five = '', other = ''] = await row.getByRole('cell').allInnerTexts()
  expect([five.split(/\s+/), other]).toEqual([['5', '19.3–68.1'], 'not shown'])
  // The bar says the same to whoever does not see it.
  await priya.getByRole('img', { name: /^Statement 1 as a bar .* 5 of 12 forms said Not at all/ }).waitFor()
  expect(await priya.getByText(/average|score|total answers/i).count()).toBe(0)
  await byKeys(priya, 'link', /^Do something about this “/)
  await title(priya, 'Do something about it')
  await priya.getByLabel('What will be done').fill('Talk about how people are doing')
  await priya.getByLabel('Who does it').fill('the ward team')
  await priya.getByLabel('By when').fill(`${YEAR}-05-01`)
  for (const [n, line] of [SAID, DID].entries()) {
    await priya.getByRole('textbox', { name: 'In plain words' }).nth(n).fill(line.plain)
    await priya.getByRole('textbox', { name: 'In easy read' }).nth(n).fill(line.easy)
  }
  await byKeys(priya, 'button', 'Propose it')
  await title(priya, 'Talk about how people are doing')
})

it('tells people that they have no answer yet, as long as they have not agreed to one', async () => {
  await tablet.page.goto(server.url)
  await welcome(tablet.page, server.url)
  await tablet.page.getByText('You told us on 1 April. We have not answered yet.').waitFor()
})

it('comes back to the tablet once people agreed, in easy read, without a server and without signal', {
  timeout: 120_000,
}, async () => {
  await rosa.goto(priya.url())
  await press(rosa, 'Record that people agreed')
  await rosa.getByLabel('The day of the meeting').fill(`${YEAR}-04-01`)
  await press(rosa, 'Record that they agreed')
  await rosa.getByText('It is written down that people agreed.').waitFor()

  const { page } = tablet
  await welcome(page, server.url)
  await page.getByText(/We have not answered yet/).waitFor({ state: 'detached' })
  await server.stop()
  await tablet.context.setOffline(true)
  await welcome(page, server.url)
  await byTouch(page.getByRole('checkbox', { name: words.welcome.easy }))
  await byTouch(button(page, heard.heard.title))
  await heading(page, heard.heard.title).waitFor()
  await page.getByText(SAID.easy).waitFor()
  await page.getByText(DID.easy).waitFor()
  await page.getByText(/said yes to this on 1 April/).waitFor()
  expect(await page.getByText(SAID.plain).count()).toBe(0)
  await byTouch(button(page, heard.heard.people))
  await page.getByText('5 of 12 forms said “Not at all”.').waitFor()
  server = await startServer({ ...how, at: `${YEAR}-04-01T12:00:00Z` })
})
