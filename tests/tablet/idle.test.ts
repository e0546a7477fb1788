import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { minutesOf, watchIdle } from '../../src/tablet/idle.ts'
import type { Scene } from '../../src/tablet/tablet.ts'
import { formScene, newForm, ward } from '../fakes/tablet.ts'

const MINUTE = 60_000

/** A page with nobody before it yet, and how often the curtain has fallen. */
function page(ask: () => number = () => minutesOf(formScene(newForm()), ward())) {
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible', defaultView: window })
  const fallen = vi.fn()
  const stop = watchIdle(document as unknown as Document, ask, fallen)
  return {
    fallen,
    stop,
    touch: () => document.dispatchEvent(new Event('pointerdown')),
    press: () => document.dispatchEvent(new Event('keydown')),
    /** As a screen reader presses. */
    click: () => document.dispatchEvent(new Event('click')),
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
    const now = newForm()
    const helped = formScene({ ...now, sheet: { ...now.sheet, helper: 'advocate' } })
    const { fallen } = page(() => minutesOf(helped, ward()))
    vi.advanceTimersByTime(20 * MINUTE - 1)
    expect(fallen).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('waits as long for somebody who scans, and for each as long as the ward has settled', () => {
    const scanning = formScene(newForm({ ...plainManner, switches: 'one' }))
    const alone: Scene = formScene(newForm())
    expect(minutesOf(scanning, ward())).toBe(20)
    expect(minutesOf(scanning, ward({ idle: 5 }))).toBe(10)
    expect(minutesOf(alone, ward({ idle: 5 }))).toBe(5)
    const { idle: _, ...older } = ward()
    expect(minutesOf(alone, older as ReturnType<typeof ward>), 'settings of an earlier version').toBe(10)
  })

  it('takes new minutes of the ward at the next touch, without a reload', () => {
    let minutes = 10
    const { fallen, touch } = page(() => minutes)
    minutes = 2
    touch()
    vi.advanceTimersByTime(2 * MINUTE)
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('waits as long from the touch that began it, though nothing was known of a helper then', () => {
    let minutes = 10
    const { fallen, touch } = page(() => minutes)
    touch()
    minutes = 20
    vi.advanceTimersByTime(20 * MINUTE - 1)
    expect(fallen).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fallen).toHaveBeenCalledOnce()
  })

  it('waits as long on the card, at the two pictures and at the slip, which are read and scanned as well', () => {
    const manner = { ...plainManner, switches: 'one' } as const
    const card = { at: 'card', language: 'en', manner: plainManner, helper: 'family' } as const
    expect(minutesOf(card, ward())).toBe(20)
    expect(minutesOf({ ...card, helper: 'nobody' }, ward())).toBe(10)
    expect(minutesOf({ at: 'pausing', language: 'en', manner }, ward())).toBe(20)
    expect(minutesOf({ at: 'takeback', language: 'en', manner, is: 'tapping' }, ward())).toBe(20)
    expect(minutesOf({ at: 'welcome', drafts: [] }, ward())).toBe(10)
  })

  it('begins to wait anew with each touch and each key', () => {
    const { fallen, touch, press } = page()
    for (const sign of [touch, press, touch]) {
      vi.advanceTimersByTime(9 * MINUTE)
      sign()
    }
    expect(fallen).not.toHaveBeenCalled()
  })

  it('falls again after a person who is read to, whose presses are neither touch nor key', () => {
    const { fallen, click } = page()
    vi.advanceTimersByTime(10 * MINUTE)
    click()
    vi.advanceTimersByTime(10 * MINUTE)
    expect(fallen).toHaveBeenCalledTimes(2)
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
