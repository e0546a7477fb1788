// Every screen in a real browser: axe, the size of what is tapped, no sideways scrolling, and nothing of a page that lies
// below another, however it is shown. The playground is built first, since a build rewrites the styles.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { examples } from '../playground/examples.ts'

/** Every theme and size is met, each with a width and an orientation that is hard for it. */
const shown: Readonly<Record<string, BrowserContextOptions & { size: string; calm?: boolean }>> = {
  'a phone at 320 px': { size: 'normal', viewport: { width: 320, height: 640 } },
  'the largest words at 320 px': { size: 'largest', viewport: { width: 320, height: 640 } },
  'a tablet in the dark': { size: 'large', viewport: { width: 820, height: 1180 }, colorScheme: 'dark' },
  'a calm tablet on its side': { size: 'larger', calm: true, viewport: { width: 1180, height: 820 } },
  'a calm phone in the dark': {
    size: 'normal',
    calm: true,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  },
  'high contrast at 400 %': { size: 'normal', viewport: { width: 320, height: 256 }, contrast: 'more' },
  'forced colours': { size: 'normal', viewport: { width: 1280, height: 800 }, forcedColors: 'active' },
}

let vite: PreviewServer
let outDir: string
let browser: Browser
let at: string

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'equal-voice-screens-'))
  const how = { configFile: 'tests/playground/vite.config.ts', logLevel: 'error' } as const
  await build({ ...how, build: { outDir } })
  vite = await preview({ ...how, build: { outDir }, preview: { port: 0 } })
  at = `${vite.resolvedUrls?.local[0]}tests/playground/index.html`
  browser = await chromium.launch(chromiumOptions())
})
afterAll(async () => {
  await browser?.close()
  await vite?.close()
  await rm(outDir, { recursive: true, force: true })
})

describe.each(Object.entries(shown))('on %s', (_, { size, calm, ...how }) => {
  it('shows every screen so that Amina can read it, reach it and press it', {
    timeout: 280_000,
  }, async () => {
    const context = await browser.newContext({ ...how, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const wrong: string[] = []
    for (const screen of Object.keys(examples)) {
      await page.goto(`${at}?${new URLSearchParams({ screen, size, ...(calm ? { calm: '' } : {}) })}`)
      await page.waitForSelector('html[data-shown]')
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
      wrong.push(...(await faults(page)).map(fault => `${screen}: ${fault}`))
    }
    await context.close()
    expect(wrong).toEqual([])
  })
})

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  const axe = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
  return [...axe, ...(await page.evaluate(measure))]
}

/** Runs in the page: what is too small to tap, wider than the screen, below another page, or boxed and can't be pressed. */
function measure(): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`)
  const pages = [...document.querySelectorAll('.page')].filter(one => one.checkVisibility())
  if (pages.length !== 1) found.push(`${pages.length} pages show`)
  const heading = document.querySelector(':focus')
  if (heading?.tagName !== 'H1') found.push(`the focus is on ${heading?.tagName}`)
  else if (getComputedStyle(heading).outlineStyle !== 'none') found.push('the heading is boxed')
  const targets = [...document.querySelectorAll('button, .option')].filter(one => one.checkVisibility())
  const boxes = targets.map(one => ({ words: one.textContent, box: one.getBoundingClientRect() }))
  for (const { words, box } of boxes) {
    if (box.height < 59.9 || box.width < 59.9) found.push(`small: ${words} ${box.width}×${box.height}`)
  }
  return found
}
