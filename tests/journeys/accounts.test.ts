// A hospital's first day, in real Chromium with a device that keeps passkeys: Amal comes in by the link that the server
// printed and invites Priya, who leads one service of two; what both did stands in the record.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf } from '../../src/server/accounts/totp.ts'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { bytesOf } from '../server/accounts/person.ts'
import { violationsOf } from './harness/axe.ts'
import { elsewhere } from './harness/browser.ts'
import { invalid } from './harness/html.ts'
import { withPasskeys } from './harness/passkeys.ts'
import { type Served, startServer } from './harness/serve.ts'

let data: string
let server: Served
let browser: Browser
let url: string
let port: number
/** The server over the same data, so many minutes on. */
const started = (minutes = 0) => {
  const at = new Date(Date.now() + minutes * 60_000).toISOString()
  return startServer({ at, data, port, publicUrl: url, empty: true })
}
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-accounts-'))
  port = await freePort()
  // A passkey belongs to a name: no browser makes one for an address of numbers.
  url = `http://localhost:${port}`
  server = await started()
  browser = await chromium.launch(chromiumOptions())
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(data, { recursive: true, force: true })
})

const PASSWORD = 'a long walk by the river'

/** Every address that anybody's browser asked for. */
const asked: string[] = []

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  page.setDefaultTimeout(30_000)
  page.on('request', request => asked.push(request.url()))
  return page
}

const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** To a page by the nav, which a narrow page keeps behind a button. */
const go = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()

const faults: string[] = []
/** Looks at a page at a desk, on a phone and at 400 %, in light and dark. */
async function look(page: Page, what: string): Promise<void> {
  for (const [width, height, colorScheme] of [
    [1280, 800, 'light'],
    [390, 844, 'dark'],
    [320, 256, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    const found = [
      ...(await violationsOf(page)),
      ...(wide > 0 ? [`scrolls sideways by ${wide}`] : []),
      ...(await invalid(page)),
    ]
    faults.push(...found.map(fault => `${what} at ${width}: ${fault}`))
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
}

async function addWard(page: Page, service: string, ward: string): Promise<void> {
  await page.goto(`${url}/office/wards/new`)
  await page.getByLabel('Service', { exact: true }).fill(service)
  await page.getByLabel('Ward', { exact: true }).fill(ward)
  await press(page, 'Add the ward')
  await title(page, ward)
}

let amal: Page
let invitation: string
let secret: string

it('lets Amal in by the link that the server printed, with a passkey and nothing to remember', async () => {
  amal = await newPage()
  await withPasskeys(amal)
  await amal.goto(server.officeLink)
  await title(amal, 'You are invited to Our organisation')
  expect(amal.url()).toBe(`${url}/office`)
  await look(amal, 'the invitation')
  await amal.getByLabel('Your name').fill('Amal Idris')
  await amal.getByLabel('Your e-mail address').fill('amal@example.org')
  await press(amal, 'Make a passkey and come in')
  await title(amal, 'Wards')
  // What was printed is worth nothing any more, to whoever reads the log.
  const thief = await newPage()
  await thief.goto(server.officeLink)
  await thief.getByText(/This invitation has been used/).waitFor()
  await thief.context().close()
})

it('lets Amal invite Priya to lead one service of two, by a link that is shown once', async () => {
  await addWard(amal, 'Adult mental health', 'Willow ward')
  await addWard(amal, 'Learning disability', 'Rowan ward')
  await go(amal, 'People')
  await amal.getByRole('row', { name: /Amal Idris \(you\)/ }).waitFor()
  await look(amal, 'the people')
  await amal.getByRole('link', { name: 'Invite somebody' }).click()
  await title(amal, 'Invite somebody')
  await amal.getByLabel('Leader').check()
  await amal.getByLabel('Adult mental health').check()
  await look(amal, 'inviting')
  await press(amal, 'Make the invitation')
  invitation = await amal.getByLabel('Its link').inputValue()
  await look(amal, 'the link')
  await amal.getByRole('link', { name: 'Back to the people' }).click()
  await amal.getByRole('row', { name: /Whoever opens the link/ }).waitFor()
  expect(await amal.content()).not.toContain(invitation.split('=')[1])
})

it('lets Priya take it up with a password and the codes of her telephone, and shows her spare codes once', async () => {
  const page = await newPage()
  await page.goto(invitation)
  await page.getByText('Amal Idris invites you to come in as a leader.').waitFor()
  await page.getByText('Adult mental health').waitFor()
  await page.getByLabel('Your name').fill('Priya Shah')
  await page.getByLabel('Your e-mail address').fill('priya@example.org')
  await page.getByLabel('With a password and an app that makes codes').check()
  await page.getByLabel('Choose a password').fill(PASSWORD)
  await look(page, 'the app')
  secret = ((await page.locator('.office-letters').textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('The code that the app shows now').fill(codeOf(bytesOf(secret), new Date()))
  await press(page, 'Come in')
  await title(page, 'Keep these spare codes')
  expect(await page.locator('.office-spare li').allInnerTexts()).toHaveLength(10)
  await look(page, 'the spare codes')
  await press(page, 'I have kept them. Go on to the office')
  await title(page, 'Wards')
  await page.reload()
  await title(page, 'Wards')
  expect(await page.locator('.office-spare').count()).toBe(0)
  await page.context().close()
})

it('lets Priya sign in with password and code, back where she was, to her own service and no other', async () => {
  const page = await newPage()
  await page.goto(`${url}/office/account`)
  await title(page, 'Sign in to the office')
  await look(page, 'signing in')
  await page.getByLabel('E-mail address').fill('priya@example.org')
  await page.getByLabel('Password', { exact: true }).fill('not the password at all')
  await press(page, 'Go on')
  await page.getByText(/do not belong together/).waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await press(page, 'Go on')
  await page.getByText('The password is right. Now the code.').waitFor()
  await look(page, 'the code')
  await page.getByLabel('The code that your app shows now').fill(codeOf(bytesOf(secret), new Date()))
  await press(page, 'Sign in')
  await title(page, 'Your account')
  await page.getByText('Priya Shah').waitFor()
  await page.getByLabel('A new password').waitFor()
  await look(page, 'an account')
  expect(await page.getByRole('navigation').getByRole('link', { name: 'People' }).count()).toBe(0)
  await go(page, 'Wards')
  await page.getByRole('link', { name: 'Willow ward', exact: true }).waitFor()
  expect(await page.content()).not.toContain('Rowan')
  expect(await page.content()).not.toContain('Learning disability')
  await page.context().close()
})

it('lets nobody who finds Priya’s desk make a passkey, until she has signed in once more, and keeps what she typed', async () => {
  const page = await newPage()
  await withPasskeys(page)
  await page.goto(`${url}/office/account`)
  const signIn = async () => {
    await page.getByLabel('E-mail address').fill('priya@example.org')
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
    await press(page, 'Go on')
    await page.getByLabel('The code that your app shows now').fill(codeOf(bytesOf(secret), new Date()))
    await press(page, 'Sign in')
  }
  await signIn()
  await page.getByLabel('What to call it').waitFor()
  await server.stop()
  server = await started(6)
  await page.getByLabel('What to call it').fill('My telephone')
  await press(page, 'Make a passkey on this device')
  await page.getByRole('heading', { name: 'Sign in once more, then add it' }).waitFor()
  await look(page, 'signing in once more')
  await signIn()
  await page.getByText('You are signed in once more.').waitFor()
  expect(await page.getByLabel('What to call it').inputValue()).toBe('My telephone')
  await press(page, 'Make a passkey on this device')
  await page.getByText('The passkey is made.').waitFor()
  await page.getByRole('button', { name: 'Remove the passkey My telephone' }).waitFor()
  await page.context().close()
})

it('tells Amal in the record what both have done, after his passkey brought him back to it', async () => {
  await press(amal, 'Sign out')
  await amal.goto(`${url}/office/record`)
  await press(amal, 'Sign in with a passkey')
  await title(amal, 'Record of changes')
  await amal.getByText('This is the beginning of the record.').waitFor()
  await look(amal, 'the record')
  const said = await amal.locator('.office-record-list li').allInnerTexts()
  const lines = said.map(line => line.replace(/\s+/g, ' '))
  expect(lines).toEqual(
    expect.arrayContaining([
      'Somebody was invited as a leader by Amal Idris (administrator)',
      'Took an invitation up as a leader by Priya Shah (leader)',
      'Signed in by password and code by Priya Shah (leader)',
      'A sign-in was refused by password by nobody who is known',
      'A ward was added Rowan ward by Amal Idris (administrator)',
      'Signed in by passkey by Amal Idris (administrator)',
    ]),
  )
  expect(said.join(' ')).not.toMatch(/[0-9a-f]{16}|priya@|\d\d:\d\d/)
})

it('was readable by everybody on every page, kept nothing in a browser and asked nobody else', async () => {
  expect(faults).toEqual([])
  expect(await amal.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  expect(elsewhere(asked, url)).toEqual([])
})
