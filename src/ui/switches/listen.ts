// Hears the switches: keys, and a tap anywhere, which is the first switch. The bar and the switches' own controls stay
// what they are under a finger, so that nobody is locked in and Help is always there.

import type { Switches } from '../../form/form.ts'

/** Milliseconds within which two presses are one: a trembling hand, or a switch that bounces. */
const BOUNCE = 350

const touchable = 'nav, .switches, [aria-labelledby="switches"]'

/** Calls `onward` and `choose` as the switches say; `since` is when the screen last changed. Returns what stops it. */
export function listen(
  how: Switches,
  since: () => number,
  onward: () => void,
  choose: () => void,
): (() => void) | undefined {
  if (how === 'partner') return undefined
  let last = 0
  const pressed = (first: boolean) => {
    const now = performance.now()
    // Nor is a press meant for a screen that came under it.
    const bounced = now - Math.max(last, since()) < BOUNCE
    last = now
    if (bounced) return
    if (how === 'two' && first) onward()
    else choose()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    // A switch that is held down is one press.
    if (!event.repeat) pressed(event.key === ' ')
  }
  const tap = (event: MouseEvent) => {
    const { isTrusted, detail, target } = event
    // What the frame itself chooses is no tap.
    if (!isTrusted || detail === 0 || (target instanceof Element && target.closest(touchable))) return
    event.preventDefault()
    event.stopPropagation()
    pressed(true)
  }
  const capture = { capture: true }
  addEventListener('keydown', key, capture)
  addEventListener('keyup', swallow, capture)
  addEventListener('click', tap, capture)
  return () => {
    removeEventListener('keydown', key, capture)
    removeEventListener('keyup', swallow, capture)
    removeEventListener('click', tap, capture)
  }
}

/** A space that is let go would press whatever has the focus. */
function swallow(event: KeyboardEvent): void {
  if (event.key === ' ' || event.key === 'Enter') event.preventDefault()
}
