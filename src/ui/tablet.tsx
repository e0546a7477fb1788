// The tablet on its screen: joins the app's shell, the tablet and the root of its screens.

import { render } from 'preact'
import { createTablet, SOON } from '../tablet/create.ts'
import { watchIdle } from '../tablet/idle.ts'
import type { Packs } from '../tablet/tablet.ts'
import { watched } from '../tablet/watched.ts'
import { wanted, wholeHere } from '../tablet/whole.ts'
import { App } from './app.tsx'

/** Milliseconds for which nobody has touched Welcome before a newer version may take its place. */
const UNTOUCHED = 60_000

/** Scenes that stay as they are when nobody is there: nothing of a person is on them. */
const still = ['starting', 'unenrolled', 'unable', 'curtain', 'sealing', 'shift']

/** Starts this browser as a tablet on the root element. */
export async function mountTablet(root: HTMLElement): Promise<void> {
  const ready = watched(false)
  // Before the first screen: no language may appear under a finger.
  const packs = watched<Packs>({ whole: await wholeHere(), coming: [] })
  const { tablet, start } = createTablet(ready, packs)
  const at = () => tablet.scene.get().at
  const lacking = () => wanted(tablet.settings.get()).filter(tag => !packs.get().whole.includes(tag))
  tablet.settings.watch(() => {
    if (wanted(tablet.settings.get()).length > 0) void import('./faces.ts').then(faces => faces.wearFaces())
  })
  let enrolling = false
  tablet.scene.watch(() => {
    const set = enrolling && at() === 'welcome' && lacking().length > 0
    enrolling = at() === 'unenrolled'
    // Whoever sets a tablet up sees its languages come.
    if (set) tablet.go.shift()
  })
  render(<App tablet={tablet} />, root)
  await start()

  const { hash } = location
  if (hash.startsWith('#enrol=')) {
    // A code works once: it must not stay in the address or behind Back.
    history.replaceState(null, '', location.pathname)
    if (at() === 'unenrolled') void tablet.enrol(hash.slice('#enrol='.length))
  }

  const supported = () => {
    const now = tablet.scene.get()
    return (
      now.at === 'form' &&
      (now.form.sheet.helper !== 'nobody' || now.form.sheet.manner.switches !== undefined)
    )
  }
  watchIdle(document, supported, () => {
    if (!still.includes(at())) tablet.go.pause()
  })

  let touched = Date.now()
  for (const sign of ['pointerdown', 'keydown']) {
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
