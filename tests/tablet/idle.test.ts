import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchIdle } from '../../src/tablet/idle.ts'

const MINUTE = 60_000

/** A page with nobody before it yet, and how often the curtain has fallen. */
function page(supported = false) {
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible', defaultView: window })
  const fallen = vi.fn()
  const stop = watchIdle(document as unknown as Document, () => supported, fallen)
  return {
    fallen,
    stop,
    touch: () => document.dispatchEvent(new Event('pointerdown')),
    press: () => document.dispatchEvent(new Event('keydown')),
    leave: () => window.dispatchEvent(new Event('pagehide')),
    hide() {
      document.visibilityState = 'hidden'
      document.dispatchEvent(new Event('visibilitychange'))
    },
    show() {
      document.visibilityState = 'visible'
      document.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the curtain, when nobody is there', () => {
  it('falls after ten minutes without a touch, so that nobody passing by reads the screen', () => {
    const { fallen } = page()
    vi.advanceTimersByTime(10 * MINUTE - 1)
    expect(fallen).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('waits twenty minutes for somebody who is helped, since listening and pointing take longer', () => {
    const { fallen } = page(true)
    vi.advanceTimersByTime(20 * MINUTE - 1)
    expect(fallen).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('begins to wait anew with each touch and each key', () => {
    const { fallen, touch, press } = page()
    for (const sign of [touch, press, touch]) {
      vi.advanceTimersByTime(9 * MINUTE)
      sign()
    }
    expect(fallen).not.toHaveBeenCalled()
  })

  it('falls at once when the app is hidden, and not again when it is shown', () => {
    const { fallen, hide, show } = page()
    hide()
    expect(fallen).toHaveBeenCalledOnce()
    show()
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('falls before the page is put away, so that Back brings no form back', () => {
    const { fallen, leave } = page()
    leave()
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('is let go of with the page', () => {
    const { fallen, stop, hide, leave } = page()
    stop()
    hide()
    leave()
    vi.advanceTimersByTime(60 * MINUTE)
    expect(fallen).not.toHaveBeenCalled()
  })
})
