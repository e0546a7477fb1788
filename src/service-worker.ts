// The app shell without a network. It never syncs and never opens IndexedDB.

import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { bringAll, found, hold, marked, settle, whole } from './shelf.worker.ts'
import type { PackList } from './wording/shelf.ts'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[]
}

const manifest = self.__WB_MANIFEST

// Every file is fetched with its hash: a truncated file or a sign-in page fails the install,
// and a failed install leaves the version that works in its place. So does a language that the tablet has. Each is
// fetched past the browser's own cache: that would keep what came cut short for a year, though it has long been mended.
const precache = new PrecacheController({
  plugins: [{ requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-store' }) }],
})
precache.addToCacheList(manifest)
self.addEventListener('install', event => {
  event.waitUntil(precache.install(event).then(async () => bringAll(await list())))
})
self.addEventListener('activate', event => {
  event.waitUntil(precache.activate(event).then(async () => settle(await list())))
})
cleanupOutdatedCaches()
clientsClaim()
registerRoute(new PrecacheRoute(precache))
registerRoute(
  new NavigationRoute(precache.createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/office/],
  }),
)
// What is of a further language, from its shelf.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/assets\/(?:lang|clips|noto)-/.test(url.pathname),
  async ({ request, url }) => (await found(await list(), url.pathname)) ?? fetch(request),
)

interface Asked {
  readonly type?: string
  readonly tags?: readonly string[]
}

self.addEventListener('message', event => {
  const { data, ports } = event as ExtendableMessageEvent & { data: Asked | null }
  const tell = (answer: unknown) => ports[0]?.postMessage(answer)
  if (data?.type === 'SKIP_WAITING') event.waitUntil(takeOver())
  if (data?.type === 'READY?') event.waitUntil(standing().then(tell))
  if (data?.type === 'HOLD') event.waitUntil(inTurn(async () => hold(await list(), data.tags ?? [], tell)))
})

/** Takes over only where one window is open: a form in another one still needs the files of its own version. */
async function takeOver(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (windows.length <= 1) await self.skipWaiting()
}

/** The further languages of this version, and of no other. */
async function list(): Promise<PackList> {
  const file = await precache.matchPrecache('/packs.json')
  return file ? file.json() : {}
}

/** Whether every file of this version is in the cache now, and which languages are whole. */
async function standing(): Promise<{ base: boolean; whole: string[] }> {
  const urls = manifest.map(entry => (typeof entry === 'string' ? entry : entry.url))
  const files = await Promise.all(urls.map(url => precache.matchPrecache(url)))
  return {
    base: files.every(response => response !== undefined),
    whole: await whole(await list(), await marked()),
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** One after the other: two windows may want languages at once. */
const inTurn = (work: () => Promise<void>): Promise<void> => {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}
