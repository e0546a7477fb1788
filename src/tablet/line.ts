// The tablet's line to its server. Loaded after the first screen, which works without.

import { probeSeal } from '../envelope/probe.ts'
import type { Settings } from '../protocol/tablet.ts'
import type { Database } from '../store/database.ts'
import { markForms, readMark } from '../store/mark.ts'
import { createOutbox } from '../store/outbox.ts'
import type { SettingsStore } from '../store/settings.ts'
import { tallyOf } from '../store/tally.ts'
import type { EnrolRefusal } from '../sync/enrol.ts'
import { http } from '../sync/http.ts'
import { confirms } from '../sync/standing.ts'
import { createSync, type Progress } from '../sync/sync.ts'
import { shiftOf } from './shift.ts'
import type { Shift, TakenBack } from './tablet.ts'

export interface Line {
  /** Sends what waits; resolves when this round has ended, well or not. */
  nudge(): Promise<void>
  /** Looks again at how many forms wait. */
  tally(): Promise<void>
  /** Takes back the form that six pictures stand for. Rejects when nothing could be asked. */
  takeBack(taps: readonly number[]): Promise<TakenBack>
  /** What the server said of the clock since the start; undefined when it has said nothing. */
  clock(): boolean | undefined
  /** Resolves to why it did not work, or to undefined. Rejects when the disk refuses. */
  enrol(code: string): Promise<EnrolRefusal | undefined>
}

export interface LineWith {
  readonly database: Database
  readonly memory: SettingsStore
  /** Whether the app is whole without a network. */
  ready(): boolean
  tell(shift: Shift): void
  /** What the server said of the ward, and whether it confirmed the tablet's clock. */
  hear(settings: Settings | undefined, clockConfirmed: boolean): void
  /** Nothing can be sealed to the key of the ward here. */
  unable?(): void
}

export function createLine({ database, memory, ready, tell, hear, unable }: LineWith): Line {
  const outbox = createOutbox(database)
  /** Most tablets never need them: what takes forms back is loaded where one is. */
  const slips = () => import('../store/withdrawals.ts').then(file => file.createWithdrawals(database))
  const anySlips = async () => (await database.read(() => database.withdrawals.count())) > 0
  const line = http('', (...request) => fetch(...request))
  let progress: Progress | undefined
  let clock: boolean | undefined
  async function tally(): Promise<void> {
    const counts = await outbox.counts()
    const held = await memory.enrolment()
    if (held) markForms(held.settings.ward.name, counts.waiting + counts.setAside)
    tell({ ...shiftOf(counts, progress, ready()), missing: readMark()?.missing ?? 0 })
  }
  /** A form must not be lost at its end: found out while nobody has one. */
  async function prove(): Promise<void> {
    const held = await memory.enrolment()
    if (held) await probeSeal(held.settings.key.publicKey).catch(() => unable?.())
  }
  void prove().catch(() => undefined)
  const sync = createSync(
    {
      ...outbox,
      slips: {
        unanswered: async () => ((await anySlips()) ? (await slips()).unanswered() : []),
        answer: async (words, day) => (await slips()).answer(words, day),
      },
      async pass() {
        const held = await memory.enrolment()
        if (!held) return undefined
        const { key, envelopes } = held.settings
        const begun = await database.read(() => database.drafts.count())
        return { token: held.token, sealsTo: key.id, takes: envelopes, begun }
      },
      tally: () => tallyOf(database),
      known: memory.known,
      offerAgain: async () => outbox.offerAgain((await memory.enrolment())?.settings.ward.id),
      async learn(standing, settings) {
        await memory.learn(standing, settings)
        const today = standing.now.slice(0, 10)
        await outbox.prune(today)
        if (await anySlips())
          await slips().then(
            kept => kept.prune(today),
            () => undefined,
          )
        clock = confirms(standing, Date.now())
        hear(settings, clock)
      },
    },
    line,
    {
      random: Math.random,
      alone,
      later,
    },
    now => {
      progress = now
      void tally()
    },
  )
  const bring = async () => {
    const [{ createTaking }, kept] = await Promise.all([import('./slips.ts'), slips()])
    return createTaking({ slips: kept, subtle: crypto.subtle, nudge: sync.nudge, tally, later })
  }
  let taking: ReturnType<typeof bring> | undefined
  return {
    nudge: sync.nudge,
    tally,
    async takeBack(taps) {
      const held = await memory.enrolment()
      if (!held) throw new Error('a tablet without a ward')
      taking ??= bring()
      taking.catch(() => {
        taking = undefined
      })
      return (await taking)(taps, held.settings.ward.id)
    },
    clock: () => clock,
    async enrol(code) {
      const staff = await import('./enrolling.ts').catch(() => undefined)
      if (!staff) return 'no-signal'
      const why = await staff.enrolling(code, { database, memory, outbox, http: line })
      void prove().catch(() => undefined)
      return why
    },
  }
}

function later(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

/** Keeps another window from sending at the same time; an engine without locks has but one. */
const alone = <T>(work: () => Promise<T>): Promise<T | undefined> => {
  const locks = navigator.locks as LockManager | undefined
  const sender = async (lock: Lock | null) => (lock ? work() : undefined)
  return locks ? locks.request('equal-voice sender', { ifAvailable: true }, sender) : work()
}
