// The app itself on this tablet: whether it is whole without a network, and when a newer one may take over.

import { Workbox } from 'workbox-window'
import type { Settings } from '../protocol/tablet.ts'
import type { Packs, Scene } from './tablet.ts'
import type { Settable, Watched } from './watched.ts'
import { wanted } from './whole.ts'

/** Milliseconds between two looks for a newer version. */
const HOUR = 3_600_000

/** Asks the service worker that runs; `tell` hears every answer up to the last, which is the first unless `goesOn`. */
function ask<Answer>(
  message: object,
  tell: (answer: Answer) => void,
  goesOn: (answer: Answer) => boolean = () => false,
): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }) => {
    tell(data)
    if (!goesOn(data)) port1.close()
  }
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(message, [port2]))
}

/** What the shell works with. */
export interface With {
  readonly scene: Watched<Scene>
  readonly settings: Watched<Settings | undefined>
  readonly packs: Settable<Packs>
  /** Set when all that this ward needs without a network is on the tablet. */
  readonly ready: Settable<boolean>
  /** Whether nobody would lose their place by a reload. */
  readonly quiet: () => boolean
}

/**
 * Registers the service worker and has it bring the ward's languages. Resolves to what is to be called now and then: it
 * lets a waiting version take over, and looks for languages that did not come.
 */
export async function startShell(url: string, { scene, settings, packs, ready, quiet }: With) {
  if (!('serviceWorker' in navigator)) return () => {}
  const workbox = new Workbox(url)
  let asked = false
  let base = false
  let languages: (() => void) | undefined
  let spoken = wanted(settings.get()).every(tag => packs.get().whole.includes(tag))
  const tell = () => ready.set(base && spoken)
  const look = () =>
    ask({ type: 'READY?' }, (now: { base: boolean }) => {
      base = now.base
      tell()
    })

  /** A ward with English alone never loads what keeps languages. */
  async function keep(): Promise<void> {
    if (languages || wanted(settings.get()).length + packs.get().whole.length === 0) return
    const { keepLanguages } = await import('./packs.ts')
    languages ??= keepLanguages({
      settings,
      packs,
      moved: scene.watch,
      still: () => scene.get().at !== 'welcome' || quiet(),
      tell(whole) {
        spoken = whole
        tell()
      },
      hold: (tags, hear) => ask({ type: 'HOLD', tags }, hear, ({ end }) => !end),
    })
  }
  const again = () => {
    if (!spoken) languages?.()
  }

  workbox.addEventListener('activated', look)
  workbox.addEventListener('controlling', () => {
    if (asked && quiet()) location.reload()
  })
  // Without a network the worker that is here already does.
  const registration = await workbox.register().catch(() => undefined)
  if (registration?.active) look()
  const bring = () => void keep().catch(() => undefined)
  settings.watch(bring)
  bring()
  addEventListener('online', again)
  setInterval(() => quiet() && void registration?.update().catch(() => undefined), HOUR)
  return () => {
    again()
    if (!quiet() || !registration?.waiting) return
    asked = true
    workbox.messageSkipWaiting()
  }
}
