// When nobody touches the tablet for a while, or the app is hidden, the curtain falls.

import type { Helper, Manner } from '../form/form.ts'
import type { Settings } from '../protocol/tablet.ts'
import { USUAL_IDLE } from '../protocol/usual.ts'
import type { Scene } from './tablet.ts'

const MINUTE = 60_000

/** Whoever is helped and however they choose, on every screen that knows it: the card and the pictures as well as a form. */
function waysOf(scene: Scene): { readonly helper?: Helper; readonly manner?: Manner } {
  if (scene.at === 'form') return scene.form.sheet
  return scene.at === 'card' || scene.at === 'pausing' || scene.at === 'takeback' ? scene : {}
}

/** Minutes without a touch that the ward allows: twice as many beside a helper, and while choices are scanned. */
export function minutesOf(scene: Scene, settings: Settings | undefined): number {
  const { helper = 'nobody', manner } = waysOf(scene)
  const slow = helper !== 'nobody' || manner?.switches !== undefined
  // Settings that an earlier version stored have no minutes.
  return (settings?.idle ?? USUAL_IDLE) * (slow ? 2 : 1)
}

/**
 * Calls `fall` when the page is hidden or nothing happened for the minutes, which it asks for at each touch and once more
 * when they are over: the touch that began a form beside a helper came before that form. Returns the way to stop.
 */
export function watchIdle(page: Document, minutes: () => number, fall: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  let touched = 0
  function look(): void {
    const left = minutes() * MINUTE - (performance.now() - touched)
    if (left <= 0) fall()
    else timer = setTimeout(look, left)
  }
  const wind = () => {
    clearTimeout(timer)
    touched = performance.now()
    look()
  }
  const hidden = () => {
    if (page.visibilityState === 'hidden') fall()
  }
  // A screen reader may press without a finger or a key: of that only a click is heard.
  const signs = ['pointerdown', 'keydown', 'click'] as const
  for (const sign of signs) page.addEventListener(sign, wind, { passive: true })
  page.addEventListener('visibilitychange', hidden)
  // A page that is frozen or kept for Back must not show the form when it comes to life again.
  page.defaultView?.addEventListener('pagehide', fall)
  wind()
  return () => {
    clearTimeout(timer)
    for (const sign of signs) page.removeEventListener(sign, wind)
    page.removeEventListener('visibilitychange', hidden)
    page.defaultView?.removeEventListener('pagehide', fall)
  }
}
