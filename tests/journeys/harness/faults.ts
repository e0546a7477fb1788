// What is wrong with a page as a person meets it: by axe, and by what axe does not measure.

import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'

/**
 * Every fault of the page that is shown; `contrast` 7 asks for WCAG's enhanced contrast, as everywhere but
 * under calm. `least` is the size of the smallest words, in pixels.
 */
export async function faultsOf(page: Page, contrast: 4.5 | 7 = 7, least = 0): Promise<string[]> {
  const axe = await violationsOf(page, { rules: { 'color-contrast-enhanced': { enabled: contrast === 7 } } })
  return [...axe, ...(await page.evaluate(measure, least))]
}

/** Runs in the page: what is too small to tap, wider than the screen, below another page, or boxed and can't be pressed. */
function measure(least: number): string[] {
  const found: string[] = []
  for (const one of document.querySelectorAll(
    '.tablet :is(p, li, span, small, button, h1, h2, legend, dd, dt)',
  )) {
    const own = [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const size = Number.parseFloat(getComputedStyle(one).fontSize)
    if (own && size < least && one.checkVisibility()) found.push(`words of ${size} px: ${one.textContent}`)
  }
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
    if (box.left < -0.5 || box.right > clientWidth + 0.5) found.push(`leaves the screen: ${words}`)
  }
  return found
}
