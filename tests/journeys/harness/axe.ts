// What axe finds wrong with a page as it is shown. It runs in the page itself: no page here has another one in a frame.

import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Every violation as its rule and the first element that breaks it; `options` are axe's own. */
export async function violationsOf(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (options): Promise<AxeResults['violations']> => {
    const { run }: typeof axe = Reflect.get(window, 'axe')
    return (await run(document, { resultTypes: ['violations'], ...options })).violations
  }, options)
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
}
