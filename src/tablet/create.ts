// Puts a tablet together from its rooms. What the first statement does not need is loaded after it.

import { toHex } from '../envelope/bytes.ts'
import { evaluation } from '../instrument/evaluation.ts'
import type { Settings } from '../protocol/tablet.ts'
import { openDatabase } from '../store/database.ts'
import { createDrafts } from '../store/drafts.ts'
import { tabletHalves } from '../store/places.ts'
import { createSettings } from '../store/settings.ts'
import type { Line } from './line.ts'
import { createSitting } from './sitting.ts'
import type { Scene, Shift, Tablet } from './tablet.ts'
import { type Watched, watched } from './watched.ts'

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(item => item.id),
}

/** Milliseconds after the first screen at which the line to the server is loaded. */
const SOON = 1000

/** This browser as a tablet. `ready` says whether the app is whole without a network. */
export async function createTablet(ready: Watched<boolean>): Promise<Tablet> {
  const database = openDatabase()
  const memory = createSettings(database)
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const drafts = createDrafts(database, tabletHalves(), {
    subtle: crypto.subtle,
    random,
    alone: work => navigator.locks.request('equal-voice drafts', work),
  })
  const waiting = async () => (await drafts.list()).map(({ id, picture }) => ({ id, ...picture }))

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

  let loading: Promise<Line> | undefined
  function line(): Promise<Line> {
    loading ??= import('./line.ts').then(({ createLine }) =>
      createLine({
        database,
        memory,
        ready: ready.get,
        tell: shift.set,
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

  const go = createSitting({
    scene,
    drafts: { ...drafts, list: waiting },
    outline,
    newId: () => toHex(random(16)),
    async handOver(draft, form) {
      const known = settings.get()
      if (!known) throw new Error('a tablet without a ward')
      const { envelopeOf } = await import('./handover.ts')
      await drafts.seal(draft, await envelopeOf(form, known, clockConfirmed ? new Date() : undefined, crypto))
      nudgeSoon()
    },
  })

  async function arrive(): Promise<void> {
    const enrolment = await memory.enrolment()
    settings.set(enrolment?.settings)
    if (!enrolment) return scene.set({ at: 'unenrolled', busy: false })
    const left = await waiting()
    scene.set({ at: left.length > 0 ? 'curtain' : 'welcome', drafts: left })
    nudgeSoon()
  }

  const tally = () =>
    line()
      .then(({ tally }) => tally())
      .catch(() => undefined)
  ready.watch(() => void tally())
  addEventListener('online', () => void nudge().catch(() => undefined))

  if (!globalThis.crypto.subtle) scene.set({ at: 'unable', why: 'seal' })
  else {
    try {
      await drafts.sweep()
      await arrive()
    } catch {
      scene.set({ at: 'unable', why: 'write' })
    }
  }

  return {
    scene,
    settings,
    shift,
    go: {
      ...go,
      // Counted first: a number from before must never say that no forms are waiting.
      shift: () => void tally().then(go.shift),
    },
    send: nudge,
    async enrol(code) {
      scene.set({ at: 'unenrolled', busy: true })
      const answer = await line().then(
        ({ enrol }) => enrol(code),
        () => ({ is: 'refused', why: 'no-signal' }) as const,
      )
      if (answer.is === 'refused') return scene.set({ at: 'unenrolled', busy: false, problem: answer.why })
      const { token, tablet, settings, epoch, batches } = answer.reply
      await memory.enrol({ token, tablet, settings }, { epoch, batches })
      await arrive()
    },
  }
}
