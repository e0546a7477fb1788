// A finger on the glass: everything is made ready first, so that a kill can be timed to the tap itself.

import type { Locator, Page } from 'playwright-core'

/** Milliseconds between two taps on one spot: sooner, the app takes them for one. */
const PACE = 420

export interface Finger {
  /** Taps the middle of something; `now` is called as the finger comes down. */
  tap(target: Locator, now?: () => void): Promise<void>
}

export function finger(page: Page): Finger {
  let before = { at: 0, x: -1000, y: -1000 }
  return {
    async tap(target, now = () => {}) {
      // Until it lies still with nothing over it; what can't be pressed any more is tapped all the same.
      await target.tap({ trial: true, timeout: 5000 }).catch(() => undefined)
      const box = await target.boundingBox()
      if (!box) throw new Error(`nothing to tap: ${target}`)
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      if (Math.hypot(x - before.x, y - before.y) < 80)
        await page.waitForTimeout(Math.max(0, before.at + PACE - Date.now()))
      now()
      await page.touchscreen.tap(x, y)
      before = { at: Date.now(), x, y }
    },
  }
}
