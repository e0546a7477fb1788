// What a handover asks of the page itself: what is shown, what can be pressed, and whether the app is whole there.

import type { Page } from 'playwright-core'

/** Runs in the page: presses what can be seen. */
export function pressed({ selector, n }: { selector: string; n: number }): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(one => one.checkVisibility())
  const found = all.at(n)
  if (!found || found.getAttribute('aria-disabled') === 'true') return false
  found.click()
  return true
}

/** Runs in the page: the screen that is shown. */
export const shown = () =>
  [...document.querySelectorAll('.page')]
    .filter(one => !one.hasAttribute('hidden'))
    .map(one => one.className)[0] ?? ''

/** Waits until the app and these languages are whole on the tablet, by its service worker's own word. */
export async function here(page: Page, tags: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const { base, whole } = await page.evaluate(asked)
    if (base && tags.every(tag => tag === 'en' || whole.includes(tag))) return
    await page.waitForTimeout(500)
  }
  throw new Error('the languages of the ward did not come')
}

/** Runs in the page. */
async function asked(): Promise<{ base: boolean; whole: string[] }> {
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  const told = new Promise<{ base: boolean; whole: string[] }>(done => {
    port1.onmessage = ({ data }) => done(data)
  })
  active?.postMessage({ type: 'READY?' }, [port2])
  return told
}
