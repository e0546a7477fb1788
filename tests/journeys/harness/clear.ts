// Whether everything on a page can be seen whole: nothing over something else, off the screen or cut off.

import type { Page } from 'playwright-core'

/** What can't be seen whole; empty where all can. */
export const hidden = (page: Page): Promise<string[]> => page.evaluate(look)

/** Runs in the page. */
function look(): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  const said = (element: Element) => (element.textContent ?? '').trim().slice(0, 40)
  const leaves = ({ left, right }: DOMRect) => left < -0.5 || right > clientWidth + 0.5
  const meet = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5

  if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`)
  const bar = document.querySelector('.bar')
  const targets = [...document.querySelectorAll<HTMLElement>('button, .option, summary')].filter(one =>
    one.checkVisibility(),
  )
  for (const target of targets) {
    if (target.scrollWidth > target.clientWidth + 1 || target.scrollHeight > target.clientHeight + 1)
      found.push(`cut off: ${said(target)}`)
    // Scrolled to as the keyboard does.
    const focused = target.querySelector<HTMLElement>('input') ?? target
    focused.focus()
    const box = target.getBoundingClientRect()
    if (leaves(box)) found.push(`leaves the screen: ${said(target)}`)
    if (bar && !bar.contains(target) && meet(box, bar.getBoundingClientRect()))
      found.push(`under the bar: ${said(target)}`)
  }
  const still = targets.filter(target => !bar?.contains(target))
  for (const [n, one] of still.entries()) {
    const over = still
      .slice(n + 1)
      .find(other => meet(one.getBoundingClientRect(), other.getBoundingClientRect()))
    if (over) found.push(`${said(one)} and ${said(over)} overlap`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement: parent } = text
    if (!text.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue
    if (parent.closest('.visually-hidden')) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    if (leaves(box)) found.push(`words leave the screen: ${said(parent)}`)
    for (let holder: Element | null = parent; holder; holder = holder.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(holder)
      const { left, right, top, bottom } = holder.getBoundingClientRect()
      const wide = overflowX !== 'visible' && (box.left < left - 0.5 || box.right > right + 0.5)
      const tall = overflowY !== 'visible' && (box.top < top - 0.5 || box.bottom > bottom + 0.5)
      if (holder !== document.documentElement && holder !== document.body && (wide || tall))
        found.push(`words cut off: ${said(parent)}`)
    }
  }
  return found
}
