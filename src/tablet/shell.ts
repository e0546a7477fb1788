// The app itself on this tablet: whether it is whole without a network, and when a newer one may take over.

import { type Settable, watched } from './watched.ts'

export interface Shell {
  /** True when every file of the running version is on the tablet. */
  readonly ready: Settable<boolean>
  /** Lets a version that waits take over and start; does nothing while none waits. */
  update(): void
}

/** Milliseconds between two looks for a newer version. */
const HOUR = 3_600_000

/** Registers the service worker. `quiet` says whether nobody would lose their place by a reload. */
export async function createShell(url: string, quiet: () => boolean): Promise<Shell> {
  const ready = watched(false)
  if (!('serviceWorker' in navigator)) return { ready, update() {} }
  // Loaded after the first screen, which does not need it.
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox(url)
  let asked = false
  const look = async () => ready.set((await workbox.messageSW({ type: 'READY?' })) === true)
  workbox.addEventListener('activated', () => void look())
  workbox.addEventListener('controlling', event => {
    if (event.isUpdate && asked && quiet()) location.reload()
  })
  const registration = await workbox.register()
  if (registration?.active) void look()
  setInterval(() => quiet() && void registration?.update().catch(() => undefined), HOUR)
  return {
    ready,
    update() {
      if (!quiet() || !registration?.waiting) return
      asked = true
      workbox.messageSkipWaiting()
    },
  }
}
