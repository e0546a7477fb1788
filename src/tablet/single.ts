// One tablet, one window: whoever opens a second one is told so, and it takes over when the first is closed. Nothing of
// the disk is touched before.

const NAME = 'equal-voice tablet'

/** Milliseconds that a page that is reloaded needs to let go. */
const PATIENCE = 300

/**
 * Resolves when this window is the tablet; `elsewhere` is called when another one is meanwhile. An engine without locks
 * works on. A page that was kept for Back has let go, and begins anew when it comes back.
 */
export async function single(page: Window, elsewhere: () => void): Promise<void> {
  page.addEventListener('pageshow', ({ persisted }) => persisted && page.location.reload())
  const locks = page.navigator.locks as LockManager | undefined
  if (!locks) return
  const waiting = setTimeout(elsewhere, PATIENCE)
  await new Promise<void>(taken => {
    const hold = () => {
      taken()
      return new Promise<void>(release => page.addEventListener('pagehide', () => release(), { once: true }))
    }
    locks.request(NAME, hold).catch(taken)
  })
  clearTimeout(waiting)
}
