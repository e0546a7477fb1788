// The largest pages in a real browser: how long until they can be read.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumOptions } from '../../fixtures/browsers.ts'
import type { Sample } from '../harness/rounds.ts'
import type { Trust } from './trusts.ts'

/** Whether there is a built app to open. */
export const isBuilt = (): boolean => existsSync(join(import.meta.dirname, '../../../dist/index.html'))

/** The pages that show most. */
export const largest = ['/office', '/office/results', '/office/actions']

/** Milliseconds from asking for a page until its heading and all that it loads are there. */
async function timed(page: Page, url: string): Promise<number> {
  const began = performance.now()
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  // The half second of silence that the browser waits for is no work.
  return performance.now() - began - 500
}

/** Opens each of them in one browser, again and again. */
export async function opened({ url, token }: Trust, rounds: number): Promise<Sample[]> {
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/office#sign-in=${token}`)
    await page.getByRole('link', { name: 'Ward 001' }).first().waitFor()
    const samples: Sample[] = []
    for (let round = 0; round < rounds; round++) {
      const sample: Record<string, number> = {}
      for (const path of largest) sample[path] = await timed(page, url + path)
      samples.push(sample)
    }
    return samples
  } finally {
    await browser.close()
  }
}
