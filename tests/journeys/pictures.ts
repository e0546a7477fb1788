// Takes the pictures of docs/pictures from the running product: `vite build && node tests/journeys/pictures.ts`.

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { answer, begin, button, byTouch, give, kept, statement, welcome, words } from './harness/person.ts'
import { startServer } from './harness/serve.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')
const path = (name: string) => join(folder, `${name}.png`)

async function take(page: Page, name: string): Promise<void> {
  // Fonts are there and the fade is over.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(400)
  await page.screenshot({ path: path(name) })
}

async function bedside(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1100 }, hasTouch: true })
  const page = await context.newPage()
  await welcome(page, link)
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
  await button(page, words.curtain.carry).waitFor()
  await take(page, 'curtain')
  await byTouch(button(page, words.curtain.carry))
  await byTouch(button(page, words.bar.stop))
  await byTouch(button(page, words.stop.send))
  await byTouch(button(page, words.thanks.done))
  await byTouch(button(page, words.welcome.staff))
  await button(page, words.shift.send).waitFor()
  await page.waitForTimeout(3000)
  await take(page, 'shift')
  await context.close()
}

async function desk(browser: Browser, link: string): Promise<void> {
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
  await context.close()
}

/** A statement on a tablet beside a release in the office. */
async function overview(browser: Browser): Promise<void> {
  const image = async (name: string) =>
    `<img alt="" src="data:image/png;base64,${(await readFile(path(name))).toString('base64')}">`
  const context = await browser.newContext({ viewport: { width: 1600, height: 860 } })
  const page = await context.newPage()
  await page.setContent(`<style>
    body { margin: 0; height: 860px; display: flex; gap: 48px; align-items: center; justify-content: center;
      background: #e4dccd }
    img { display: block; height: 740px; border-radius: 6px }
    div { padding: 16px; background: #2b2622; border-radius: 28px }
    p { margin: 0; padding: 0; border: 1px solid #b9ad9b; border-radius: 6px; background: #fff }
  </style><div>${await image('statement')}</div><p>${await image('release')}</p>`)
  await take(page, 'overview')
  await context.close()
}

const data = await mkdtemp(join(tmpdir(), 'equal-voice-pictures-'))
const server = await startServer({ at: '2026-11-10T10:00:00Z', data, port: 0 })
const browser = await chromium.launch(chromiumOptions())
try {
  await mkdir(folder, { recursive: true })
  await bedside(browser, server.tabletLink)
  await desk(browser, server.officeLink)
  await overview(browser)
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
}
