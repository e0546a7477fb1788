// Puts a tablet together from its rooms. Nothing here decides anything: it joins what decides.

import { toHex } from '../envelope/bytes.ts'
import { evaluation } from '../instrument/evaluation.ts'
import type { Settings } from '../protocol/tablet.ts'
import { openDatabase } from '../store/database.ts'
import { createDrafts } from '../store/drafts.ts'
import { createOutbox } from '../store/outbox.ts'
import { tabletHalves } from '../store/places.ts'
import { createSettings } from '../store/settings.ts'
import { enrol } from '../sync/enrol.ts'
import { http } from '../sync/http.ts'
import { still } from '../sync/loop.ts'
import { confirms } from '../sync/standing.ts'
import { createSync, type Progress } from '../sync/sync.ts'
import { originalWording } from '../wording/words.ts'
import { envelopeOf, monthOf } from './handover.ts'
import { shiftOf } from './shift.ts'
import { createSitting } from './sitting.ts'
import type { Scene, Shift, Tablet } from './tablet.ts'
import { type Watched, watched } from './watched.ts'

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(item => item.id),
}

/** This browser as a tablet. `ready` says whether the app is whole without a network. */
export async function createTablet(ready: Watched<boolean>): Promise<Tablet> {
  const alone = <T>(name: string, work: () => Promise<T>) =>
    navigator.locks.request(`equal-voice ${name}`, work)
  const database = openDatabase()
  const outbox = createOutbox(database)
  const memory = createSettings(database)
  const drafts = createDrafts(database, tabletHalves(), {
    subtle: crypto.subtle,
    random: size => crypto.getRandomValues(new Uint8Array(size)),
    alone: work => alone('drafts', work),
  })
  const waiting = async () => (await drafts.list()).map(({ id, picture }) => ({ id, ...picture }))

  const scene = watched<Scene>({ at: 'starting' })
  const settings = watched<Settings | undefined>(undefined)
  let progress: Progress = { loop: still, arrived: 0, of: 0 }
  let clockConfirmed = false
  const tally = async () => shift.set(shiftOf(await outbox.counts(), progress, ready.get()))
  const shift = watched<Shift>(
    shiftOf({ waiting: 0, setAside: 0, lastSent: undefined }, progress, ready.get()),
  )

  const line = http('', (...request) => fetch(...request))
  const sync = createSync(
    {
      ...outbox,
      async pass() {
        const held = await memory.enrolment()
        return held && { token: held.token, sealsTo: held.settings.key.id }
      },
      known: memory.known,
      async learn(standing, news) {
        clockConfirmed ||= confirms(standing, Date.now())
        await memory.learn(standing, news)
        if (news) settings.set(news)
        await outbox.prune(standing.now.slice(0, 10))
      },
    },
    line,
    {
      random: Math.random,
      alone: work =>
        navigator.locks.request('equal-voice sender', { ifAvailable: true }, async lock =>
          lock ? work() : undefined,
        ),
      later(work, milliseconds) {
        const timer = setTimeout(work, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    now => {
      progress = now
      void tally()
    },
  )

  const go = createSitting({
    scene,
    drafts: { ...drafts, list: waiting },
    outline,
    newId: () => toHex(crypto.getRandomValues(new Uint8Array(16))),
    async handOver(draft, form) {
      const known = settings.get()
      if (!known) throw new Error('a tablet without a ward')
      const month = clockConfirmed ? monthOf(new Date()) : 'unsure'
      await drafts.seal(
        draft,
        await envelopeOf(form, { wording: originalWording, month, settings: known, crypto }),
      )
      void sync.nudge()
      await tally()
    },
  })

  ready.watch(() => void tally())
  addEventListener('online', () => void sync.nudge())

  async function arrive(): Promise<void> {
    const enrolment = await memory.enrolment()
    settings.set(enrolment?.settings)
    if (!enrolment) return scene.set({ at: 'unenrolled', busy: false })
    const left = await waiting()
    scene.set(left.length > 0 ? { at: 'curtain', drafts: left } : { at: 'welcome', drafts: [] })
    void sync.nudge()
  }

  if (!globalThis.crypto.subtle) scene.set({ at: 'unable', why: 'seal' })
  else {
    await drafts
      .sweep()
      .then(arrive)
      .catch(() => scene.set({ at: 'unable', why: 'write' }))
    await tally().catch(() => undefined)
  }

  return {
    scene,
    settings,
    shift,
    go,
    send: () => sync.nudge(),
    async enrol(code) {
      scene.set({ at: 'unenrolled', busy: true })
      const answer = await enrol(line, code)
      if (answer.is === 'refused') return scene.set({ at: 'unenrolled', busy: false, problem: answer.why })
      const { token, tablet, settings, epoch, batches } = answer.reply
      await memory.enrol({ token, tablet, settings }, { epoch, batches })
      await arrive()
    },
  }
}
