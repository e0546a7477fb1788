// Every screen in every mode and every language: axe, valid HTML, the size of targets, nothing off the screen. The whole
// product of them is too large, so every two values of it meet at least once.

import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packs } from '../../src/wording/packs.ts'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { pairwise } from '../fixtures/pairwise.ts'
import { examples } from '../playground/examples.ts'
import { faultsOf } from './harness/faults.ts'
import { invalid } from './harness/html.ts'
import { openPlayground, type Playground } from './harness/playground.ts'

const devices: Readonly<Record<string, BrowserContextOptions>> = {
  'a narrow phone': { viewport: { width: 320, height: 640 } },
  'a phone in the dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  'a tablet': { viewport: { width: 820, height: 1180 } },
  'a tablet on its side': { viewport: { width: 1180, height: 820 } },
  'a desktop at 400 %': { viewport: { width: 320, height: 256 }, contrast: 'more' },
  'forced colours': { viewport: { width: 1280, height: 800 }, forcedColors: 'active' },
}

const cases = pairwise({
  screen: Object.keys(examples),
  language: Object.keys(packs),
  device: Object.keys(devices),
  words: ['standard', 'easy'],
  size: ['normal', 'large', 'larger', 'largest'],
  theme: ['device', 'light', 'dark', 'contrast'],
  calm: ['no', 'yes'],
  aloud: ['no', 'yes'],
  switches: ['none', 'one', 'two', 'partner'],
})

/** 14 pt in pixels, as easy read has them at least. */
const FOURTEEN = 18.6

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

it('shows every screen in every mode and language so that everyone can read it, reach it and press it', {
  timeout: 1_800_000,
}, async () => {
  const wrong: string[] = []
  const todo = Object.keys(devices).map(device => cases.filter(one => one.device === device))
  async function work(): Promise<void> {
    for (let mine = todo.shift(); mine; mine = todo.shift()) {
      const context = await browser.newContext({ ...devices[mine[0]?.device ?? ''], reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      for (const { screen, language, words, size, theme, calm, aloud, switches } of mine) {
        const yes = { ...(calm === 'yes' && { calm: '' }), ...(aloud === 'yes' && { aloud: '' }) }
        const voice = { language, words, size, theme, switches, ...yes }
        const here = JSON.stringify({ screen, device: mine[0]?.device, ...voice })
        try {
          await playground.show(page, { screen, ...voice })
          const faults = [
            ...(await faultsOf(page, calm === 'yes' ? 4.5 : 7, words === 'easy' ? FOURTEEN : 0)),
            ...(await invalid(page)),
          ]
          wrong.push(...faults.map(fault => `${here}: ${fault}`))
        } catch (error) {
          wrong.push(`${here}: ${error}`)
        }
      }
      await context.close()
    }
  }
  await Promise.all([work(), work()])
  // As lines of their own: an array's difference would be cut short.
  expect(wrong.length, wrong.join('\n')).toBe(0)
})
