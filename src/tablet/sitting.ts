// One person's time with the tablet: from Welcome to the seal, or to the curtain.
//
//   welcome ─▶ card ─▶ form ─▶ sealing ─▶ thanks ─▶ welcome
//                      │  ▲ └──▶ unsealed (the draft is safe: try again)
//                      │  └ carry on (earlier answers stay veiled)
//                      ├─▶ curtain (pause, keep, hidden, idle: at once, whatever the disk does) ─▶ welcome
//                      └─▶ erased ─▶ welcome
//
// A tap is painted at once; `saved` is false until it is committed, and a tap that the disk refuses is taken back.
// Every move counts a turn on: what was asked of the disk in an earlier turn paints nothing in a later one.

import type { Form, Outline } from '../form/form.ts'
import { type Event, itemAt, start, step } from '../form/step.ts'
import type { Voice } from './fitted.ts'
import type { Moves, Scene, WaitingDraft } from './tablet.ts'
import type { Settable } from './watched.ts'

/** The drafts on the tablet's disk, as a sitting needs them. */
export interface Drafts {
  /** A new draft; rejects when the disk refuses. */
  open(id: string, form: Form): Promise<Draft>
  /** A waiting draft; rejects when it can't be read. */
  read(id: string): Promise<{ readonly draft: Draft; readonly form: Form }>
  erase(id: string): Promise<void>
  list(): Promise<readonly WaitingDraft[]>
}

export interface Draft {
  readonly id: string
  /** Resolves when all of the form is on disk. */
  save(form: Form): Promise<void>
}

export interface SittingWith {
  readonly scene: Settable<Scene>
  readonly drafts: Drafts
  readonly outline: Outline
  newId(): string
  /** Whether the tablet's permission has ended, so that nothing said here would arrive. */
  ended(): boolean
  /** A voice in words that the ward has on. */
  fitting(voice: Voice): Voice
  /** What seals the ended form and moves it from the drafts to the outbox; it may be tried again. */
  handOver(draft: string, form: Extract<Form, { state: 'ended' }>): () => Promise<void>
}

/** A form as a screen shows it: without the answers from before a break, until they are given again. */
interface View {
  readonly form: Form
  readonly veiled: ReadonlySet<string>
  readonly topicsVeiled: boolean
}

interface Sheet {
  readonly draft: Draft
  shown: View
  committed: View
  pending: number
  refused: boolean
  /** Grows with each refusal: what was queued behind a refused tap is taken back with it. */
  refusals: number
}

export function createSitting({
  scene,
  drafts,
  outline,
  newId,
  ended,
  fitting,
  handOver,
}: SittingWith): Moves {
  let sheet: Sheet | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let unsealed: (() => Promise<void>) | undefined
  let turn = 0

  /** Counts the turn on and lets go of the form; `lasts` says whether the turn still does. */
  function leave(): { readonly left: Sheet | undefined; lasts(): boolean } {
    const left = sheet
    const mine = ++turn
    sheet = undefined
    unsealed = undefined
    return { left, lasts: () => turn === mine }
  }

  function sit(draft: Draft, view: View): void {
    sheet = { draft, shown: view, committed: view, pending: 0, refused: false, refusals: 0 }
    paint(sheet)
  }

  function paint(now: Sheet): void {
    const { shown, pending, refused } = now
    const { form, veiled, topicsVeiled } = shown
    if (sheet !== now || (form.state !== 'answering' && form.state !== 'stopping')) return
    scene.set({ at: 'form', form, saved: pending === 0, refused, veiled, topicsVeiled })
  }

  /** Puts the form on disk behind everything before it; a refusal takes the screen back to what is there. */
  function save(now: Sheet, view: View): void {
    now.shown = view
    now.refused = false
    now.pending += 1
    paint(now)
    const { refusals } = now
    queue = queue.then(async () => {
      if (refusals === now.refusals) await commit(now, view)
      now.pending -= 1
      paint(now)
    })
  }

  async function commit(now: Sheet, view: View): Promise<void> {
    try {
      await now.draft.save(view.form)
      now.committed = view
    } catch {
      now.refused = true
      now.refusals += 1
      now.shown = now.committed
    }
  }

  /** The screen first, and nothing of a form on it; the drafts that wait are filled in when the disk has said. */
  function quiet(at: 'curtain' | 'welcome', more: { unreadable?: string; unerased?: string } = {}): void {
    const { left, lasts } = leave()
    const say = (waiting: readonly WaitingDraft[]) =>
      scene.set({ at, drafts: waiting, ...(at === 'welcome' && ended() ? { ended: true } : {}), ...more })
    say([])
    if (left) {
      const kept = step(step(left.shown.form, { type: 'go-back' }), { type: 'keep' })
      queue = queue.then(() => left.draft.save(kept)).catch(() => undefined)
    }
    queue = queue
      .then(() => drafts.list())
      .then(
        waiting => void (lasts() && say(waiting)),
        () => undefined,
      )
  }

  /** A form that is open keeps the words it began with; one that is opened again has those that are on now. */
  const refitted = (form: Form): Form =>
    'sheet' in form ? step(form, { type: 'present', ...fitting(form.sheet) }) : form

  async function erase(id: string, then: () => void): Promise<void> {
    const { lasts } = leave()
    scene.set({ at: 'curtain', drafts: [] })
    try {
      await queue
      await drafts.erase(id)
      if (lasts()) then()
    } catch {
      if (lasts()) quiet('curtain', { unerased: id })
    }
  }

  async function finish(seal: () => Promise<void>): Promise<void> {
    const { lasts } = leave()
    scene.set({ at: 'sealing' })
    await queue
    try {
      await seal()
      if (lasts()) scene.set({ at: 'thanks' })
    } catch {
      if (!lasts()) return
      unsealed = () => finish(seal)
      scene.set({ at: 'unsealed' })
    }
  }

  return {
    welcome: () => quiet('welcome'),
    card(language, manner, helper) {
      leave()
      scene.set({ at: 'card', language, manner, helper })
    },
    async begin() {
      const now = scene.get()
      if (now.at !== 'card') return
      const { lasts } = leave()
      const { language, manner } = fitting(now)
      const form = start(outline, language, manner, now.helper)
      scene.set({ at: 'starting' })
      try {
        const draft = await drafts.open(newId(), form)
        if (lasts()) sit(draft, { form, veiled: new Set(), topicsVeiled: false })
        else await drafts.erase(draft.id)
      } catch {
        if (lasts()) scene.set({ at: 'unable', why: 'write' })
      }
    },
    step(event) {
      const now = sheet
      if (!now) return
      const waits = event.type === 'continue' || event.type === 'finish' || event.type === 'send'
      if (waits && now.pending > 0) return
      const after = unveiled(now.shown, event)
      const { form } = after
      if (form === now.shown.form && after.veiled === now.shown.veiled) return
      if (form.state === 'ended') void finish(handOver(now.draft.id, form))
      else if (form.state === 'erased') void erase(now.draft.id, () => scene.set({ at: 'erased' }))
      else if (form.state === 'kept') quiet('curtain')
      else save(now, after)
    },
    pause: () => quiet('curtain'),
    async carryOn(id) {
      const { at } = scene.get()
      if (at !== 'curtain' && at !== 'welcome') return
      const { lasts } = leave()
      scene.set({ at: 'starting' })
      await queue
      try {
        const { draft, form } = await drafts.read(id)
        if (lasts()) sit(draft, veil(refitted(step(form, { type: 'carry-on', resumed: 'without-pictures' }))))
      } catch {
        if (lasts()) quiet('curtain', { unreadable: id })
      }
    },
    put: async () => quiet('curtain'),
    pass: async () => quiet('curtain'),
    notMe: id => erase(id, () => quiet('curtain')),
    async sealAgain() {
      await unsealed?.()
    },
    shift() {
      leave()
      scene.set({ at: 'shift' })
    },
  }
}

/** A form from before a break, as whoever is here now may see it. */
function veil(form: Form): View {
  const { answers = {}, topics = [] } = 'sheet' in form ? form.sheet : {}
  return { form, veiled: new Set(Object.keys(answers)), topicsVeiled: topics.length > 0 }
}

/** The view after an event. A new answer is the person's own and is shown; topics are chosen anew after a break. */
function unveiled(view: View, event: Event): View {
  const { form } = view
  const item = event.type === 'choose' ? event.item : event.type === 'skip' ? itemAt(form) : undefined
  const veiled = item !== undefined && view.veiled.has(item) ? without(view.veiled, item) : view.veiled
  const anew = view.topicsVeiled && (event.type === 'talk' || (event.type === 'skip' && item === undefined))
  const earlier = anew && 'sheet' in form ? form.sheet.topics : []
  const cleared = earlier.reduce((now, topic) => step(now, { type: 'talk', item: topic }), form)
  return behind(form, { form: step(cleared, event), veiled, topicsVeiled: view.topicsVeiled && !anew })
}

/** Beside a helper, what was said is not shown again once it is left: nobody can look through a form with them. */
function behind(before: Form, view: View): View {
  const { form } = view
  if (!('place' in before && 'place' in form) || form.sheet.helper === 'nobody') return view
  if (before.place.at === form.place.at && itemAt(before) === itemAt(form)) return view
  const topicsVeiled = view.topicsVeiled || before.place.at === 'topics'
  return { ...veil(form), topicsVeiled }
}

const without = (items: ReadonlySet<string>, item: string): ReadonlySet<string> =>
  new Set([...items].filter(one => one !== item))
