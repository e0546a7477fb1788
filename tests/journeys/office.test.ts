// Every page of the office that a link leads to, in a real browser: axe, valid HTML, nothing wider than the screen.

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
let grace: Page
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-office-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
  browser = await chromium.launch(chromiumOptions())
  // A link works once: one session serves every test.
  grace = await (await browser.newContext()).newPage()
  await grace.goto(server.officeLink)
  await grace.getByRole('table').or(grace.getByRole('link')).first().waitFor()
  await enrolTablet(grace)
})
afterAll(async () => {
  await browser.close()
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
      // A ward's page looks like every other ward's, and a question's like every other question's.
      const kind = link.replace(
        /(wards|services|releases|readiness|questions|versions|beside|actions|act)\/(?!new)[^/]+/g,
        '$1/ID',
      )
      if (kinds.has(kind) || link === '/office') continue
      kinds.set(kind, link)
      todo.push(link)
    }
  }
  return [...kinds.keys()]
}

it('shows every page of the office so that a leader who can’t see it well can use it, at a desk and on a phone', {
  timeout: 600_000,
}, async () => {
  const page = grace
  const wrong: string[] = []
  const met = await everyPage(page, async path => {
    wrong.push(...(await faultsAsSeen(page)).map(fault => `${path} ${fault}`))
  })
  expect(met).toEqual(
    expect.arrayContaining([
      '/office/wards/ID',
      '/office/services/ID/words',
      '/office/wards/ID/about',
      '/office/wards/ID/booklet',
      '/office/rescue',
      '/office/people',
      '/office/people/invite',
      '/office/record',
      '/office/account',
      '/office/readiness/ID/questions/ID',
      '/office/readiness/ID/beside',
      '/office/readiness/ID/versions/ID',
      '/office/actions/ID',
      '/office/releases/ID/act/ID',
      '/office/estate',
      '/office/estate/services/ID',
      '/office/estate/services/ID/together',
      '/office/estate/wards/ID/name',
      '/office/estate/wards/ID/day',
      '/office/estate/wards/ID/code',
    ]),
  )
  expect(wrong).toEqual([])
})

it('prints the booklet on A4 in large print, with no line cut off in any wording and nothing but black on white', {
  timeout: 600_000,
}, async () => {
  const page = grace
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${server.url}${await told(page)}/booklet`)
  const words = page.getByLabel('In whose words')
  await words.locator('option').first().waitFor({ state: 'attached' })
  const wordings = await words.locator('option').evaluateAll(all => all.map(one => one.getAttribute('value')))
  expect(wordings.length).toBeGreaterThan(20)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const faults: string[] = []
  for (const wording of wordings) {
    await words.evaluate((select: HTMLSelectElement, id) => {
      select.value = id ?? ''
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }, wording)
    await page.locator(`.office-sheets[data-wording="${wording}"]`).waitFor()
    await page.evaluate(() => document.fonts.ready)
    faults.push(...(await page.evaluate(sheetFaults)).map(fault => `${wording}: ${fault}`))
  }
  expect(faults).toEqual([])
  await page.emulateMedia({ media: null })
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sheets = await page.locator('.office-sheet').count()
  const boxes = pdf.toString('latin1').match(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/g)
  expect(boxes).toHaveLength(sheets)
})

it('lets Rosa, an advocate, see every page of hers well, and type a paper form of which nothing is left but its envelope', {
  timeout: 600_000,
}, async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.advocateLink)
  await page.getByRole('link').first().waitFor()
  const wrong: string[] = []
  const met = await everyPage(page, async path => {
    wrong.push(...(await faultsAsSeen(page)).map(fault => `${path} ${fault}`))
  })
  expect(wrong).toEqual([])
  const theirs = ['/office/wards/ID', '/office/wards/ID/booklet', '/office/wards/ID/paper']
  expect(met.filter(path => path.startsWith('/office/wards')).sort()).toEqual(theirs)

  const sent: string[] = []
  page.on('request', request => sent.push(request.postData() ?? ''))
  await page.goto(`${server.url}/office`)
  await page.locator('a[href^="/office/wards/"]').first().click()
  await page.locator('a[href$="/paper"]').first().click()
  await page.getByRole('heading', { name: /^A paper form of/ }).waitFor()
  await page.locator('#mark-1-none').focus()
  await page.keyboard.type('12301230123012301230123')
  await page.keyboard.type('9')
  await page.getByText(/^18 statements marked, 5 left out\./).waitFor()
  await page.getByRole('button', { name: 'Seal and send' }).click()
  await page.getByText(/^Sent\. It lies sealed/).waitFor()
  const [body = ''] = sent.filter(one => one !== '')
  expect(sent.filter(one => one !== '')).toHaveLength(1)
  expect(Object.keys(JSON.parse(body))).toEqual(['digest', 'bytes'])
  expect(Buffer.from(JSON.parse(body).bytes, 'base64url').toString('latin1')).not.toMatch(/eval-|sometimes/)
  const left = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    document.querySelectorAll('input:checked').length,
    JSON.stringify(history.state),
  ])
  expect(left).toEqual([0, 0, 0, 0, 'null'])
})

/** A tablet of the first ward, so that what its page says and asks of a tablet is looked at too. */
async function enrolTablet(page: Page): Promise<void> {
  await page.locator('a[href^="/office/wards/"]').first().waitFor()
  const code = await page.evaluate(async () => {
    const { services } = await (await fetch('/api/office')).json()
    const made = await fetch(`/api/office/wards/${services[0].wards[0].id}/codes`, { method: 'POST' })
    return (await made.json()).code
  })
  const enrolled = await fetch(`${server.url}/api/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  expect(enrolled.status).toBe(200)
}

/** Signed in as a leader: says all there is to say about the first ward, and switches every wording on; its address. */
async function told(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const send = (path: string, body: object) =>
      fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const { services } = await (await fetch('/api/office')).json()
    const [{ id: service, wards }] = services
    const { wordings } = await (await fetch(`/api/office/services/${service}/wordings`)).json()
    for (const { id: wording } of wordings)
      await send(`/api/office/services/${service}/wordings`, { wording, ground: { is: 'local-trial' } })
    const returnTo =
      'Voices Together Advocacy\nFreepost RTXX-ABCD\nThe Old Mill\n12 Mill Lane\nLeeds\nEngland\nLS1 4AB'
    await send(`/api/office/wards/${wards[0].id}/about`, { idle: 10, beds: 18, returnTo })
    return `/office/wards/${wards[0].id}`
  })
}

/** What is wrong with the sheets as they stand: a line cut off, words under 18 points, a colour. Runs in the page. */
function sheetFaults(): string[] {
  const faults: string[] = []
  for (const [at, sheet] of [...document.querySelectorAll('.office-sheet')].entries()) {
    const over = sheet.scrollHeight - sheet.clientHeight
    if (over > 0) faults.push(`page ${at + 1} is ${over} pixels too long`)
    for (const one of sheet.querySelectorAll('*')) {
      const said = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())
      if (!said || one.classList.contains('office-unseen')) continue
      const { fontSize, color } = getComputedStyle(one)
      if (Number.parseFloat(fontSize) < 24) faults.push(`page ${at + 1}: ${fontSize}: ${one.textContent}`)
      if (color !== 'rgb(0, 0, 0)') faults.push(`page ${at + 1}: ${color}: ${one.textContent}`)
      const { right, left } = one.getBoundingClientRect()
      const edge = sheet.getBoundingClientRect()
      if (right > edge.right || left < edge.left)
        faults.push(`page ${at + 1}: wider than it: ${one.textContent}`)
    }
  }
  return faults
}

/** What is wrong with a page at a desk and on a phone, and in the dark, in which only its colours are others. */
async function faultsAsSeen(page: Page): Promise<string[]> {
  const wrong: string[] = []
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const faults = [...(await faultsOf(page)), ...(await invalid(page))]
    wrong.push(...faults.map(fault => `at ${width}: ${fault}`))
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsOf(page, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
  return [...wrong, ...dark.map(fault => `in the dark: ${fault}`)]
}

/** What axe finds, by all of its rules or these, and whether the page is wider than the screen. */
async function faultsOf(page: Page, rules: string[] = []): Promise<string[]> {
  const faults = await violationsOf(page, rules.length > 0 ? { runOnly: rules } : {})
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return wide > 0 ? [...faults, `scrolls sideways by ${wide}`] : faults
}
