// Takes the pictures of docs/pictures from the running product: `vite build && node tests/journeys/pictures.ts`.

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import heard from '../../locales/en/heard.json' with { type: 'json' }
import { languages } from '../../src/wording/languages.ts'
import { packs } from '../../src/wording/packs.ts'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { over } from '../fixtures/words.ts'
import { answer, begin, button, byTouch, give, kept, statement, welcome, words } from './harness/person.ts'
import { startServer } from './harness/serve.ts'
import { says } from './harness/shift.ts'

/** When the pictures are taken. */
const NOW = '2026-11-10T10:00:00Z'

const folder = join(import.meta.dirname, '../../docs/pictures')
const path = (name: string) => join(folder, `${name}.png`)

async function take(page: Page, name: string): Promise<void> {
  // Fonts are there and the fade is over.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(400)
  await page.screenshot({ path: path(name) })
}

/** Sets a tablet up, and waits until every further language is whole on it. */
async function enrolled(browser: Browser, link: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1100 }, hasTouch: true })
  // The tablet's clock is the server's, or it would say that it is wrong.
  await context.clock.install({ time: NOW })
  const page = await context.newPage()
  await page.goto(link)
  for (const { tag, name } of languages) {
    if (tag !== 'en' && packs[tag]) await says(page, words.setup.whole.replace('{{name}}', name)).waitFor()
  }
  await page.close()
  return context
}

async function bedside(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await welcome(page, url)
  await take(page, 'welcome')
  await byTouch(button(page, words.welcome.start))
  await button(page, words.card.begin).waitFor()
  await take(page, 'card')
  await byTouch(button(page, words.statement.back))
  await begin(page, byTouch)
  await give(page, byTouch, ['sometimes', 'all-the-time'])
  await statement(page, 3)
  await byTouch(answer(page, 'sometimes'))
  await kept(page)
  await take(page, 'statement')
  await byTouch(button(page, words.bar.pause))
  await byTouch(page.getByRole('checkbox', { name: words.pictures.house }))
  await byTouch(page.getByRole('checkbox', { name: words.pictures.leaf }))
  await take(page, 'gate')
  await byTouch(button(page, words.gate.none))
  await button(page, words.curtain.carry).waitFor()
  await take(page, 'curtain')
  await byTouch(button(page, words.curtain.carry))
  await byTouch(button(page, words.bar.stop))
  await byTouch(button(page, words.stop.send))
  await byTouch(button(page, words.thanks.slipgo))
  await take(page, 'slip')
  await byTouch(button(page, words.slip.done))
  await byTouch(button(page, words.thanks.done))
  await byTouch(button(page, words.welcome.staff))
  await button(page, words.shift.send).waitFor()
  await page.waitForTimeout(3000)
  await take(page, 'shift')
  await page.close()
}

/** The words of a language's screens. */
async function wordsOf(tag: string): Promise<typeof words> {
  const parts = ['first', 'screens', 'modes'].map(async part =>
    JSON.parse(await readFile(join(import.meta.dirname, `../../locales/${tag}/${part}.json`), 'utf8')),
  )
  return (await Promise.all(parts)).reduce(over)
}

/** A press that no switch takes for its own. */
async function press(target: Locator): Promise<void> {
  // Sooner, the app takes two on one spot for one.
  await target.page().waitForTimeout(400)
  await target.evaluate((element: HTMLElement) => element.click())
}

const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name })
const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true })

/** One form in a manner: Welcome as `choose` leaves it, then its first statement with the second answer chosen. */
async function manner(
  page: Page,
  url: string,
  choose: () => Promise<void>,
  said: typeof words = words,
): Promise<void> {
  await welcome(page, url)
  await choose()
  await press(button(page, said.card.begin))
  await press(page.getByRole('radio').nth(1))
  await button(page, said.statement.continue).and(page.locator(':not([aria-disabled])')).waitFor()
}

/** Ends the form, so that the next picture begins at the ward's own Welcome. */
async function leave(page: Page, said: typeof words = words): Promise<void> {
  await press(button(page, said.bar.stop).last())
  await press(button(page, said.stop.erase))
  await press(button(page, said.erased.done))
}

/** The main screens as people choose them: easy read, another language, a helper, switches, colours. */
async function modes(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  const start = (said = words) => press(button(page, said.welcome.start))

  await manner(page, url, async () => {
    await press(tick(page, words.welcome.easy))
    await start()
  })
  await take(page, 'easy')
  await leave(page)

  const urdu = await wordsOf('ur')
  await manner(
    page,
    url,
    async () => {
      await press(radio(page, 'اردو'))
      await start(urdu)
    },
    urdu,
  )
  await take(page, 'urdu')
  await leave(page, urdu)

  await manner(page, url, async () => {
    await press(button(page, words.welcome.helper))
    await press(radio(page, words.helper.interpreter))
    await press(button(page, words.helper.go))
  })
  await take(page, 'supported')
  await press(button(page, words.supporter.turn))
  await take(page, 'turned')
  await leave(page)

  await manner(page, url, async () => {
    await press(button(page, words.welcome.ways))
    await take(page, 'ways')
    await press(page.getByRole('radio', { name: words.scan.one }).first())
    await press(button(page, words.close))
    await start()
  })
  // The frame is within the answers: a switch was pressed once.
  await page.keyboard.press('Space')
  await take(page, 'switches')
  await leave(page)

  const arabic = await wordsOf('ar')
  await welcome(page, url)
  await press(radio(page, 'العربية'))
  await press(button(page, arabic.welcome.ways))
  await press(radio(page, arabic.look.dark))
  await press(button(page, arabic.close))
  await press(button(page, arabic.bar.help))
  await take(page, 'help')
  await page.close()
}

/** The office's pages; ends with the link that makes a browser a tablet of the told ward. */
async function desk(browser: Browser, link: string): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 1100 } })
  const page = await context.newPage()
  await page.goto(link)
  await page.locator('a[href*="release"]').first().click()
  await page.locator('table').first().waitFor()
  // From what people answered on: the bars and figures, not only their heading.
  await page
    .locator('h2')
    .first()
    .evaluate(heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 32))
  await take(page, 'release')
  await page.goto(`${new URL(link).origin}/office/results`)
  await page
    .getByRole('link', { name: /Willow/ })
    .first()
    .click()
  await page.locator('figure svg, svg[role]').first().scrollIntoViewIfNeeded()
  await take(page, 'overtime')
  for (const [name, item] of [
    ['actions', 'What changes'],
    ['readiness', 'Readiness'],
    ['estate', 'Estate'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name: item, exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (name === 'readiness')
      await page
        .getByRole('link', { name: /Invented/ })
        .first()
        .click()
    await page.waitForLoadState('networkidle')
    await take(page, name)
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Wards', exact: true }).click()
  await page.getByRole('link', { name: 'Willow Ward (invented)', exact: true }).first().click()
  await page.getByRole('button', { name: 'Make a code' }).click()
  const code = await page.locator('.office-code a').first().getAttribute('href')
  await page.locator('.office-code').first().scrollIntoViewIfNeeded()
  await take(page, 'enrolment')
  await page.goto(`${new URL(link).origin}/office/people/invite`)
  await page.getByLabel('Leader', { exact: true }).check()
  await page.getByLabel('All services').check()
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  await page.getByLabel('Its link').waitFor()
  await take(page, 'invitation')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in to the office' }).waitFor()
  await take(page, 'signin')
  await context.close()
  return code ?? ''
}

/** The advocate writes down what people on the ward, meeting, said of a proposal. */
async function agreed(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 1100 } })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('link', { name: 'What changes' }).click()
  await page
    .getByRole('link', { name: /^Ask again before each activity/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Record that people agreed' }).click()
  await page.getByLabel('The day of the meeting').fill(NOW.slice(0, 10))
  await page.getByRole('heading', { name: 'What can happen next' }).scrollIntoViewIfNeeded()
  await take(page, 'agreed')
  await context.close()
}

/** What came of what people said, on a tablet of the ward that has been told of for longest, in easy read. */
async function changed(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1100 }, hasTouch: true })
  await context.clock.install({ time: NOW })
  const page = await context.newPage()
  await welcome(page, link)
  await press(tick(page, words.welcome.easy))
  await press(button(page, heard.heard.title))
  await page.getByRole('heading', { level: 1, name: heard.heard.title }).waitFor()
  await take(page, 'changed')
  await press(button(page, heard.heard.people))
  await page.getByRole('heading', { level: 1, name: heard.heard.people }).waitFor()
  await take(page, 'said')
  await context.close()
}

/** Pictures side by side on one: a tablet's in a dark frame, the office's as a sheet of paper. */
async function together(
  browser: Browser,
  name: string,
  height: number,
  pictures: readonly string[],
): Promise<void> {
  const image = async (one: string) => {
    const bytes = (await readFile(path(one))).toString('base64')
    return `<p class="${one}"><img alt="" src="data:image/png;base64,${bytes}"></p>`
  }
  const context = await browser.newContext({ viewport: { width: 1600, height } })
  const page = await context.newPage()
  await page.setContent(`<style>
    body { margin: 0; height: ${height}px; display: flex; gap: 48px; align-items: center; justify-content: center;
      background: #e4dccd }
    img { display: block; height: ${height - 120}px; border-radius: 6px }
    p { margin: 0; padding: 16px; background: #2b2622; border-radius: 28px }
    .release { padding: 0; border: 1px solid #b9ad9b; border-radius: 6px; background: #fff }
  </style>${(await Promise.all(pictures.map(image))).join('')}`)
  await take(page, name)
  await context.close()
}

const data = await mkdtemp(join(tmpdir(), 'equal-voice-pictures-'))
const server = await startServer({ at: NOW, data, port: 0 })
const browser = await chromium.launch(chromiumOptions())
try {
  await mkdir(folder, { recursive: true })
  const tablet = await enrolled(browser, server.tabletLink)
  await modes(tablet, server.url)
  await bedside(tablet, server.url)
  await tablet.close()
  await changed(browser, await desk(browser, server.officeLink))
  await agreed(browser, server.advocateLink)
  await together(browser, 'overview', 860, ['statement', 'release'])
  await together(browser, 'modes', 700, ['easy', 'urdu', 'supported'])
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
}
