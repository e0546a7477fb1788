// When nobody touches the tablet for a while, or the app is hidden, the curtain falls.

import { type Settings, USUAL_IDLE } from '../protocol/tablet.ts'
import type { Scene } from './tablet.ts'

/** Minutes without a touch that the ward allows: twice as many beside a helper, and while choices are scanned. */
export function minutesOf(scene: Scene, settings: Settings | undefined): number {
  const { helper = 'nobody', manner = undefined } = scene.at === 'form' ? scene.form.sheet : {}
  const slow = helper !== 'nobody' || manner?.switches !== undefined
  // Settings that an earlier version stored have no minutes.
  return (settings?.idle ?? USUAL_IDLE) * (slow ? 2 : 1)
}

/** Calls `fall` when the page is hidden or nothing happened for the minutes, which it asks for at each touch; returns the way to stop. */
export function watchIdle(page: Document, minutes: () => number, fall: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wind = () => {
    clearTimeout(timer)
    timer = setTimeout(fall, minutes() * 60_000)
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
