// What a leader reads of a release in the office, as text on the page.

import { expect } from 'vitest'
import office from '../../../locales/en/office.json' with { type: 'json' }
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { columns } from '../../../src/results/tabulate.ts'
import { elsewhere, openBrowser } from './browser.ts'
import type { Served } from './serve.ts'

export interface Released {
  readonly base: number
  /** For each statement the figures of its row, by column. */
  readonly items: Record<string, Record<string, number>>
  /** Every address that the office's browser asked for. */
  readonly asked: readonly string[]
}

/** Signs in with the server's link and reads the release of `ward`'s box that was due on `day` (such as "1 April 2026"). */
export async function released(
  profile: string,
  server: Served,
  day: string,
  ward: string,
): Promise<Released> {
  const browser = await openBrowser(profile)
  try {
    const { page } = browser
    await page.goto(server.officeLink)
    await page.getByRole('link', { name: ward, exact: true }).click()
    await page.getByRole('link', { name: office.releases.link.replace('{{day}}', day) }).click()
    await page.getByRole('row').first().waitFor()
    const items: Released['items'] = {}
    for (const { id, text } of evaluation.items) {
      const row = page.getByRole('row').filter({ has: page.getByText(text, { exact: true }) })
      const cells = await row.getByRole('cell').allInnerTexts()
      // Under a figure stands what it may stand for.
      const figures = cells.map(cell => Number(cell.split(/\s/)[0]))
      items[id] = Object.fromEntries(columns.map((column, n) => [column, figures[n] ?? Number.NaN]))
    }
    const said = (await page.locator('dl').first().textContent()) ?? ''
    expect(elsewhere(await browser.asked(), server.url)).toEqual([])
    return { base: Number(/(\d+) forms?/.exec(said)?.[1]), items, asked: await browser.asked() }
  } finally {
    await browser.close()
  }
}
