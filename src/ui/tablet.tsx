// The tablet on its screen: joins the app's shell, the tablet and the root of its screens.

import { render } from 'preact'
import { createTablet } from '../tablet/create.ts'
import { watchIdle } from '../tablet/idle.ts'
import { watched } from '../tablet/watched.ts'
import { App } from './app.tsx'

/** Milliseconds for which nobody has touched Welcome before a newer version may take its place. */
const UNTOUCHED = 60_000

/** Starts this browser as a tablet on the root element. */
export async function mountTablet(root: HTMLElement): Promise<void> {
  const ready = watched(false)
  const tablet = await createTablet(ready)
  render(<App tablet={tablet} />, root)

  const { hash } = location
  if (hash.startsWith('#enrol=')) {
    // A code works once: it must not stay in the address or behind Back.
    history.replaceState(null, '', location.pathname)
    if (tablet.scene.get().at === 'unenrolled') void tablet.enrol(hash.slice('#enrol='.length))
  }

  const supported = () => {
    const now = tablet.scene.get()
    return now.at === 'form' && now.form.sheet.helper !== 'nobody'
  }
  watchIdle(document, supported, () => {
    const { at } = tablet.scene.get()
    if (at === 'form' || at === 'card' || at === 'thanks' || at === 'erased') void tablet.go.pause()
  })

  let touched = Date.now()
  addEventListener('pointerdown', () => {
    touched = Date.now()
  })
  const quiet = () => {
    const { at } = tablet.scene.get()
    return (at === 'welcome' || at === 'curtain') && Date.now() - touched > UNTOUCHED
  }
  // Only after the first screen: nobody waits for it.
  const { startShell } = await import('../tablet/shell.ts')
  const update = await startShell('/service-worker.js', ready, quiet)
  setInterval(update, UNTOUCHED)
}
