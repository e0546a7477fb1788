// Puts a tablet together from its rooms. What the first statement does not need is loaded after it.

import { toHex } from '../envelope/bytes.ts'
import { evaluation } from '../instrument/evaluation.ts'
import type { Settings } from '../protocol/tablet.ts'
import { openDatabase } from '../store/database.ts'
import { createDrafts } from '../store/drafts.ts'
import { windowLocks } from '../store/locks.ts'
import { tabletHalves } from '../store/places.ts'
import { selfTest } from '../store/selftest.ts'
import { createSettings } from '../store/settings.ts'
import type { EnrolRefusal } from '../sync/enrol.ts'
import { draftsOf } from './drafts.ts'
import { fitted } from './fitted.ts'
import type { HandedOver } from './handover.ts'
import type { Line } from './line.ts'
import { single } from './single.ts'
import { createSitting } from './sitting.ts'
import type { Packs, Scene, Shift, Tablet, WaitingDraft } from './tablet.ts'
import { createTakeBack } from './takeback.ts'
import { type Settable, type Watched, watched } from './watched.ts'
import { wholeHere } from './whole.ts'

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
  packs: Settable<Packs>,
): { tablet: Tablet; start(): Promise<void> } {
  const database = openDatabase()
  const memory = createSettings(database)
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const halves = tabletHalves()
  const drafts = createDrafts(database, halves, {
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

  /** Why it must not collect: found out at the start, and once more when what seals is here. */
  let failing: 'write' | 'seal' | undefined
  function fail(why: 'write' | 'seal'): void {
    failing ??= why
    const { at } = scene.get()
    if (at === 'starting' || at === 'welcome' || at === 'curtain') scene.set({ at: 'unable', why: failing })
  }

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
        unable: () => fail('seal'),
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

  const kept = draftsOf(database, drafts)
  const go = createSitting({
    scene,
    drafts: kept,
    outline,
    newId: () => toHex(random(16)),
    ended: () => ended,
    fitting: voice => fitted(settings.get(), voice),
    handOver(draft, form) {
      let ready: HandedOver | undefined
      return async () => {
        const known = settings.get()
        if (!known) throw new Error('a tablet without a ward')
        const { envelopeOf } = await import('./handover.ts')
        ready ??= await envelopeOf(form, known, clockConfirmed ? new Date() : undefined, crypto)
        await drafts.seal(draft, ready.envelope)
        tally()
        return ready.taps
      }
    },
  })

  const unless = <T>(first: () => T) => (failing ? scene.set({ at: 'unable', why: failing }) : first())
  const welcome = () => unless(go.welcome)
  /** With the forms that wait: cards that came a moment later would move its button. */
  const curtain = (drafts: readonly WaitingDraft[]) => unless(() => scene.set({ at: 'curtain', drafts }))

  let testing: Promise<void> | undefined
  /** Finds out once whether forms can be kept and sealed here. The first screen does not wait for it, and whoever begins does. */
  function tested(): Promise<void> {
    testing ??= test()
    return testing
  }
  const afterTest =
    <A extends unknown[]>(then: (...all: A) => Promise<void>) =>
    async (...all: A) => {
      await tested()
      await unless(() => then(...all))
    }

  const tidy = () => tested().then(drafts.sweep)
  /** The forms that wait, without what a crash left: where none waits that shows nowhere, and can go after the first screen. */
  async function waiting(): Promise<readonly WaitingDraft[]> {
    const waits = await kept.list()
    if (waits.length === 0) return waits
    await tidy()
    return kept.list()
  }

  let missing = 0
  const unenrolled = (busy: boolean, problem?: EnrolRefusal) =>
    scene.set({
      at: 'unenrolled',
      busy,
      ...(problem && { problem }),
      ...(settings.get() && { again: true }),
      ...(missing > 0 && { missing }),
    })

  /** What is on the disk. What was sealed goes out even where nothing can be. */
  async function look(
    first: (drafts: readonly WaitingDraft[]) => void,
    whole?: Promise<string[]>,
  ): Promise<void> {
    const [enrolment, waits] = await Promise.all([memory.enrolment(), waiting()])
    // Before the first screen: no language may appear under a finger.
    if (whole) packs.set({ whole: await whole, coming: [] })
    settings.set(enrolment?.settings)
    if (enrolment) {
      first(waits)
      nudgeSoon()
      // Asked for again at each start: a full tablet must not throw the forms of a ward away.
      void navigator.storage?.persist?.()
      return
    }
    // Never here before, or wiped: only what lies outside the database can tell.
    missing = await import('../store/loss.ts').then(
      ({ noticeLoss }) => noticeLoss(database),
      () => 0,
    )
    await tested()
    if (failing) welcome()
    else unenrolled(false)
  }

  const age = () =>
    void import('./beat.ts').then(
      ({ keepBeat }) => keepBeat({ database, drafts, scene }),
      () => undefined,
    )

  /** Only what can't be kept or can't be sealed stops the asking. */
  async function test(): Promise<void> {
    await Promise.all([
      crypto.subtle
        .generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
        .catch(() => fail('seal')),
      selfTest(database, halves, random(8)).catch(() => fail('write')),
    ])
  }

  return {
    async start() {
      // Until this window is the tablet it touches nothing of the disk.
      await single(window, () => scene.set({ at: 'elsewhere' }))
      scene.set({ at: 'starting' })
      if (!crypto.subtle) return fail('seal')
      await look(curtain, wholeHere())
        .then(tidy)
        .catch(() => fail('write'))
      ready.watch(tally)
      addEventListener('online', () => void nudge().catch(() => undefined))
      setTimeout(age, SOON)
    },
    tablet: {
      scene,
      settings,
      shift,
      packs,
      go: {
        ...go,
        welcome,
        begin: afterTest(go.begin),
        carryOn: afterTest(go.carryOn),
        clean: () => scene.set({ at: 'cleaning' }),
        shift() {
          go.shift()
          tally()
        },
        enrolAgain: () => unenrolled(false),
      },
      send: nudge,
      keep: () =>
        import('./keep.ts').then(({ createKeep }) =>
          createKeep({ database, memory, line, shift, settings, failing: () => failing }),
        ),
      takeBack: createTakeBack({
        scene,
        leave: go.shift,
        ask: taps => line().then(({ takeBack }) => takeBack(taps)),
      }),
      async enrol(code) {
        unenrolled(true)
        try {
          const why = await line().then(
            ({ enrol }) => enrol(code),
            () => 'no-signal' as const,
          )
          if (why) return unenrolled(false, why)
          await look(welcome)
        } catch {
          scene.set({ at: 'unable', why: 'write' })
        }
      },
    },
  }
}
