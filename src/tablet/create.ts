// Puts a tablet together from its rooms. What the first statement does not need is loaded after it.

import { toHex } from '../envelope/bytes.ts'
import { evaluation } from '../instrument/evaluation.ts'
import type { Settings } from '../protocol/tablet.ts'
import { openDatabase } from '../store/database.ts'
import { createDrafts } from '../store/drafts.ts'
import { windowLocks } from '../store/locks.ts'
import { tabletHalves } from '../store/places.ts'
import type { Sealed } from '../store/records.ts'
import { createSettings } from '../store/settings.ts'
import { fitted } from './fitted.ts'
import type { Line } from './line.ts'
import { createSitting } from './sitting.ts'
import type { Packs, Scene, Shift, Tablet } from './tablet.ts'
import { type Watched, watched } from './watched.ts'

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(item => item.id),
}

/** Milliseconds after the first screen at which what it does not need is loaded: the line, the shell, later screens. */
export const SOON = 2000

/**
 * This browser as a tablet. `ready` says whether the app is whole without a network. Its scene is 'starting' until
 * `start` has found out what is on the disk.
 */
export function createTablet(
  ready: Watched<boolean>,
  packs: Watched<Packs>,
): { tablet: Tablet; start(): Promise<void> } {
  const database = openDatabase()
  const memory = createSettings(database)
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const drafts = createDrafts(database, tabletHalves(), {
    subtle: crypto.subtle,
    random,
    ...windowLocks(navigator.locks),
  })

  const scene = watched<Scene>({ at: 'starting' })
  const settings = watched<Settings | undefined>(undefined)
  const shift = watched<Shift>({
    waiting: 0,
    setAside: 0,
    lastSent: undefined,
    state: { is: 'still' },
    ready: ready.get(),
  })
  let clockConfirmed = false

  /** Stays true while the line is tried again, until a round has gone well. */
  let ended = false
  function tell(next: Shift): void {
    const { state } = next
    if (state.is === 'still' || state.is === 'arrived') ended = false
    if (state.is === 'stuck' && state.why === 'permission-ended') ended = true
    shift.set(next)
    const now = scene.get()
    if (now.at === 'welcome' && ended !== (now.ended ?? false)) go.welcome()
  }

  let loading: Promise<Line> | undefined
  function line(): Promise<Line> {
    loading ??= import('./line.ts').then(({ createLine }) =>
      createLine({
        database,
        memory,
        ready: ready.get,
        tell,
        hear(news, confirmed) {
          clockConfirmed ||= confirmed
          if (news) settings.set(news)
        },
      }),
    )
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  const nudge = () => line().then(({ nudge }) => nudge())
  const nudgeSoon = () => void setTimeout(() => void nudge().catch(() => undefined), SOON)
  const tally = () =>
    void line().then(
      ({ tally }) => tally(),
      () => undefined,
    )

  const go = createSitting({
    scene,
    drafts: {
      ...drafts,
      list: async () => (await drafts.list()).map(({ id, picture }) => ({ id, ...picture })),
    },
    outline,
    newId: () => toHex(random(16)),
    ended: () => ended,
    fitting: voice => fitted(settings.get(), voice),
    handOver(draft, form) {
      let envelope: Sealed | undefined
      return async () => {
        const known = settings.get()
        if (!known) throw new Error('a tablet without a ward')
        const { envelopeOf } = await import('./handover.ts')
        envelope ??= await envelopeOf(form, known, clockConfirmed ? new Date() : undefined, crypto)
        await drafts.seal(draft, envelope)
        tally()
      }
    },
  })

  /** The first screen of a tablet: what waits is behind the curtain. */
  async function arrive(): Promise<void> {
    const left = await drafts.list()
    if (left.length > 0) go.pause()
    else go.welcome()
    nudgeSoon()
    // Asked for again at each start: a full tablet must not throw the forms of a ward away.
    void navigator.storage?.persist?.()
  }

  async function look(): Promise<void> {
    await drafts.sweep()
    const enrolment = await memory.enrolment()
    settings.set(enrolment?.settings)
    if (enrolment) await arrive()
    else scene.set({ at: 'unenrolled', busy: false })
  }

  ready.watch(tally)
  addEventListener('online', () => void nudge().catch(() => undefined))

  return {
    async start() {
      if (!globalThis.crypto.subtle) return scene.set({ at: 'unable', why: 'seal' })
      await look().catch(() => scene.set({ at: 'unable', why: 'write' }))
    },
    tablet: {
      scene,
      settings,
      shift,
      packs,
      go: {
        ...go,
        shift() {
          go.shift()
          tally()
        },
        enrolAgain: () => scene.set({ at: 'unenrolled', busy: false, again: true }),
      },
      send: nudge,
      takeBack: {
        open: (language, manner) => scene.set({ at: 'takeback', language, manner, is: 'tapping' }),
        ask: async () => go.welcome(),
      },
      async enrol(code) {
        const again = settings.get() ? { again: true } : {}
        scene.set({ at: 'unenrolled', busy: true, ...again })
        try {
          const why = await line().then(
            ({ enrol }) => enrol(code),
            () => 'no-signal' as const,
          )
          if (why) return scene.set({ at: 'unenrolled', busy: false, problem: why, ...again })
          await look()
        } catch {
          scene.set({ at: 'unable', why: 'write' })
        }
      },
    },
  }
}
