// One switch or two: nothing but the space key, or the space and enter keys, pressed as the frame moves.

import type { Press } from './person.ts'

/** Milliseconds for which the frame stays, and between two presses of a person's. */
const STAY = 2000
const PACE = 400

/** Waits for the frame or moves it. The page's clock must be installed, so that nobody waits for the frame. */
const bySwitches =
  (how: 'one' | 'two'): Press =>
  async target => {
    const { clock, keyboard } = target.page()
    await target.waitFor()
    for (let tries = 0; tries < 80; tries += 1) {
      await clock.runFor(PACE)
      const frame = await target.evaluate(framed)
      if (frame !== 'elsewhere') await keyboard.press(how === 'one' ? 'Space' : 'Enter')
      else if (how === 'one') await clock.runFor(STAY)
      else await keyboard.press('Space')
      if (frame === 'on it') return
    }
    throw new Error(`no way by switch to ${target}`)
  }

export const bySwitch = bySwitches('one')
export const byTwoSwitches = bySwitches('two')

/** Runs in the page. A frame that waits is nowhere: a press starts it. */
function framed(target: Element): 'on it' | 'around it' | 'elsewhere' | 'waiting' {
  const frame = document.querySelector('.framed')
  if (!frame) return 'waiting'
  if (frame === (target.closest('label') ?? target)) return 'on it'
  return frame.contains(target) ? 'around it' : 'elsewhere'
}
