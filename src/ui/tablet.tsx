// The tablet on its screen: joins the app's shell, the tablet and the root of its screens.

import { render } from 'preact'
import { inBrowser } from '../tablet/apple.ts'
import { createTablet, SOON } from '../tablet/create.ts'
import { falling } from '../tablet/fall.ts'
import { minutesOf, watchIdle } from '../tablet/idle.ts'
import type { Packs } from '../tablet/tablet.ts'
import { watched } from '../tablet/watched.ts'
import { wanted } from '../tablet/whole.ts'
import { App } from './app.tsx'

/** Milliseconds for which nobody has touched Welcome before a newer version may take its place. */
const UNTOUCHED = 60_000

/** Milliseconds for which nothing is on the screen at most. */
const MOMENT = 300

/** Starts this browser as a tablet on the root element. */
export async function mountTablet(root: HTMLElement): Promise<void> {
  const ready = watched(false)
  const packs = watched<Packs>({ whole: [], coming: [] })
  const { tablet, start } = createTablet(ready, packs)
  const at = () => tablet.scene.get().at
  const lacking = () => wanted(tablet.settings.get()).filter(tag => !packs.get().whole.includes(tag))
  let enrolling = false
  tablet.scene.watch(() => {
    const set = enrolling && at() === 'welcome' && lacking().length > 0
    enrolling = at() === 'unenrolled'
    // Whoever sets a tablet up sees its languages come.
    if (set) tablet.go.shift()
  })
  const [, code] = /^#enrol=(.*)/.exec(location.hash) ?? []
  // A code works once: it must not stay in the address or behind Back.
  if (code) history.replaceState(null, '', location.pathname)
  // The disk mostly answers before a first screen could be drawn that only says to wait.
  const answered = new Promise<void>(known => tablet.scene.watch(() => at() !== 'starting' && known()))
  const started = start()
  await Promise.race([answered, new Promise(moment => setTimeout(moment, MOMENT))])
  render(<App tablet={tablet} />, root)
  const wear = () => {
    if (wanted(tablet.settings.get()).length > 0) void import('./faces.ts').then(faces => faces.wearFaces())
  }
  // Behind the first screen, which has none of their letters.
  requestAnimationFrame(wear)
  tablet.settings.watch(wear)
  await started
  // Where the app on the home screen would have nothing of it, the code is kept for that.
  if (code && at() === 'unenrolled' && !inBrowser(navigator)) void tablet.enrol(code)

  const minutes = () => minutesOf(tablet.scene.get(), tablet.settings.get())
  watchIdle(document, minutes, falling(tablet.scene, tablet.go.pause))

  let touched = Date.now()
  for (const sign of ['pointerdown', 'keydown', 'click']) {
    addEventListener(sign, () => {
      touched = Date.now()
    })
  }
  const quiet = () => (at() === 'welcome' || at() === 'curtain') && Date.now() - touched > UNTOUCHED
  setTimeout(async () => {
    const { startShell } = await import('../tablet/shell.ts')
    const { scene, settings } = tablet
    const look = await startShell('/service-worker.js', { scene, settings, packs, ready, quiet })
    setInterval(look, UNTOUCHED)
  }, SOON)
}
