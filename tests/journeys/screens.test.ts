// Every screen in a real browser: axe, the size of what is tapped, no sideways scrolling, and nothing of a page that lies
// below another, however it is shown. The playground is built first, since a build rewrites the styles.

import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { examples } from '../playground/examples.ts'
import { faultsOf } from './harness/faults.ts'
import { openPlayground, type Playground } from './harness/playground.ts'

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

let playground: Playground
let browser: Browser

beforeAll(async () => {
  playground = await openPlayground()
  browser = await chromium.launch(chromiumOptions())
})
afterAll(async () => {
  await browser?.close()
  await playground?.close()
})

describe.each(Object.entries(shown))('on %s', (_, { size, calm, ...how }) => {
  it('shows every screen so that Amina can read it, reach it and press it', {
    timeout: 280_000,
  }, async () => {
    const context = await browser.newContext({ ...how, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const wrong: string[] = []
    for (const screen of Object.keys(examples)) {
      await playground.show(page, { screen, size, ...(calm ? { calm: '' } : {}) })
      wrong.push(...(await faultsOf(page)).map(fault => `${screen}: ${fault}`))
    }
    await context.close()
    expect(wrong).toEqual([])
  })
})
