// The app itself on this tablet: whether it is whole without a network, and when a newer one may take over.

import { Workbox } from 'workbox-window'
import type { Settable } from './watched.ts'

/** Milliseconds between two looks for a newer version. */
const HOUR = 3_600_000

/**
 * Registers the service worker, and sets `ready` when every file of the running version is on the tablet.
 * `quiet` says whether nobody would lose their place by a reload. Resolves to what lets a waiting version take over.
 */
export async function startShell(
  url: string,
  ready: Settable<boolean>,
  quiet: () => boolean,
): Promise<() => void> {
  if (!('serviceWorker' in navigator)) return () => {}
  const workbox = new Workbox(url)
  let asked = false
  const look = async () => ready.set((await workbox.messageSW({ type: 'READY?' })) === true)
  workbox.addEventListener('activated', () => void look())
  workbox.addEventListener('controlling', () => {
    if (asked && quiet()) location.reload()
  })
  // Without a network the worker that is here already does.
  const registration = await workbox.register().catch(() => undefined)
  if (registration?.active) void look()
  setInterval(() => quiet() && void registration?.update().catch(() => undefined), HOUR)
  return () => {
    if (!quiet() || !registration?.waiting) return
    asked = true
    workbox.messageSkipWaiting()
  }
}
