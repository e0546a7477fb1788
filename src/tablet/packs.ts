// The further languages on this tablet: has the service worker bring those that the ward has switched on.

import type { Settings } from '../protocol/tablet.ts'
import type { Shelved } from '../wording/shelf.ts'
import type { Packs } from './tablet.ts'
import type { Settable, Watched } from './watched.ts'
import { wanted } from './whole.ts'

/** Milliseconds without a word from the service worker after which it is asked anew. */
const SILENT = 60_000

/** What the keeper of languages works with. */
interface With {
  readonly settings: Watched<Settings | undefined>
  readonly packs: Settable<Packs>
  /** Called back at every change after which a language may appear. */
  readonly moved: (then: () => void) => void
  /** Whether a language may appear now: never under a finger. */
  readonly still: () => boolean
  /** Whether every language that is wanted is whole. */
  readonly tell: (whole: boolean) => void
  /** Asks for these languages and no others; what comes of it is told until `end`. */
  readonly hold: (tags: readonly string[], tell: (now: Shelved) => void) => void
}

/** Keeps the ward's languages here. Resolves to what looks for them again, to be called whenever they might come. */
export function keepLanguages({ settings, packs, moved, still, tell, hold }: With): () => void {
  let busy = false
  let again = false
  let here: readonly string[] = packs.get().whole

  function show(): void {
    const now = packs.get()
    const added = here.some(tag => !now.whole.includes(tag))
    if (here !== now.whole && (!added || still())) packs.set({ ...now, whole: here })
    tell(wanted(settings.get()).every(tag => here.includes(tag)))
  }

  function look(): void {
    again = busy
    if (busy) return
    busy = true
    let timer = setTimeout(end, SILENT)
    function end(): void {
      clearTimeout(timer)
      busy = false
      if (again) look()
    }
    hold(wanted(settings.get()), ({ whole, coming, failed, end: last }) => {
      clearTimeout(timer)
      timer = setTimeout(end, SILENT)
      here = whole
      packs.set({ whole: packs.get().whole, coming, ...(failed && { failed }) })
      show()
      if (last) end()
    })
  }

  moved(show)
  settings.watch(look)
  show()
  look()
  return look
}
