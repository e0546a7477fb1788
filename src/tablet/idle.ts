// When nobody touches the tablet for a while, or the app is hidden, the curtain falls.

/** Minutes without a touch, and twice as many when somebody is being helped. */
const MINUTES = 10

/** Calls `fall` when the page is hidden or nothing happened for the minutes; returns the way to stop. */
export function watchIdle(page: Document, supported: () => boolean, fall: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wind = () => {
    clearTimeout(timer)
    timer = setTimeout(fall, MINUTES * (supported() ? 2 : 1) * 60_000)
  }
  const hidden = () => {
    if (page.visibilityState === 'hidden') fall()
  }
  const signs = ['pointerdown', 'keydown'] as const
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
