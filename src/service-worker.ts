// The app shell without a network. It never syncs and never opens IndexedDB.

import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[]
}

const manifest = self.__WB_MANIFEST

// Every file is fetched with its hash: a truncated file or a sign-in page fails the install,
// and a failed install leaves the version that works in its place.
precacheAndRoute(manifest)
cleanupOutdatedCaches()
clientsClaim()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/office/] }),
)

self.addEventListener('message', event => {
  const { data, ports } = event as ExtendableMessageEvent & { data: { type?: string } | null }
  if (data?.type === 'SKIP_WAITING') event.waitUntil(takeOver())
  if (data?.type === 'READY?') event.waitUntil(whole().then(ready => ports[0]?.postMessage(ready)))
})

/** Takes over only where one window is open: a form in another one still needs the files of its own version. */
async function takeOver(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (windows.length <= 1) await self.skipWaiting()
}

/** Whether every file of this version is in the cache now. */
async function whole(): Promise<boolean> {
  const urls = manifest.map(entry => (typeof entry === 'string' ? entry : entry.url))
  const found = await Promise.all(urls.map(url => matchPrecache(url)))
  return found.every(response => response !== undefined)
}
