// One person's time with the tablet: from Welcome to the seal, or to the curtain.
//
//   welcome ─▶ card ─▶ form ─▶ sealing ─▶ thanks ─▶ welcome
//                      │  ▲ └──▶ unsealed (the draft is safe: try again)
//                      │  └─ carry on (earlier answers veiled) ◀─ without ─┐
//                      │  └─ carry on (they are shown) ◀─ two pictures ─ gate ◀─ carry on, where it has pictures
//                      ├─▶ pausing (Pause, Keep: two pictures or none) ─▶ curtain
//                      ├─▶ curtain (hidden, idle: at once, whatever the disk does) ─▶ welcome
//                      └─▶ erased ─▶ welcome
//
// A tap is painted at once; `saved` is false until it is committed, and a tap that the disk refuses is taken back.
// Every move counts a turn on: what was asked of the disk in an earlier turn paints nothing in a later one.

import type { Form, Outline, Pair } from '../form/form.ts'
import { start, step } from '../form/step.ts'
import { type Draft, type Drafts, gate, unlock } from './drafts.ts'
import type { Voice } from './fitted.ts'
import type { Moves, Scene, WaitingDraft } from './tablet.ts'
import { leaveBehind, lift, unveiled, type View, veil } from './veil.ts'
import type { Settable } from './watched.ts'

/** Six pictures; none where the server is too old for them. */
type Slip = readonly number[] | undefined

export interface SittingWith {
  readonly scene: Settable<Scene>
  readonly drafts: Drafts
  readonly outline: Outline
  newId(): string
  /** Whether the tablet's permission has ended, so that nothing said here would arrive. */
  ended(): boolean
  /** A voice in words that the ward has on. */
  fitting(voice: Voice): Voice
  /**
   * What seals the ended form and moves it from the drafts to the outbox; it may be tried again. Resolves to the slip with
   * which the form can be taken back.
   */
  handOver(draft: string, form: Extract<Form, { state: 'ended' }>): () => Promise<Slip>
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

/** A form that has ended: its draft, and what seals it. */
interface Ended {
  readonly draft: Draft
  seal(): Promise<Slip>
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
  /** What could not be sealed: its draft is held while it can be tried again, and no longer. */
  let unsealed: Ended | undefined
  /** The draft that was put away, while its pictures can be chosen. */
  let away: string | undefined
  let turn = 0

  /** Counts the turn on and lets go of the form; `lasts` says whether the turn still does. */
  function leave(): { readonly left: Sheet | undefined; lasts(): boolean } {
    const left = sheet
    const mine = ++turn
    sheet = undefined
    unsealed?.draft.letGo()
    unsealed = undefined
    away = undefined
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

  /**
   * The screen first, and nothing of a form on it; the drafts that wait are filled in when the disk has said. Those that the
   * screen before showed stay meanwhile: no button moves under a finger.
   */
  function quiet(at: 'curtain' | 'welcome', more: { unreadable?: string; unerased?: string } = {}): void {
    const { left, lasts } = leave()
    const now = scene.get()
    const say = (waiting: readonly WaitingDraft[]) =>
      scene.set({ at, drafts: waiting, ...(at === 'welcome' && ended() ? { ended: true } : {}), ...more })
    say('drafts' in now ? now.drafts : [])
    if (left) putAway(left)
    queue = queue
      .then(() => drafts.list())
      .then(
        waiting => void (lasts() && say(waiting)),
        () => undefined,
      )
  }

  /** Behind whatever is still on its way to the disk. */
  function putAway({ draft, shown }: Sheet): void {
    const kept = step(step(leaveBehind(shown), { type: 'go-back' }), { type: 'keep' })
    // A draft that the disk would not put away waits as it lies there, and has its hours like any other.
    queue = queue.then(() => draft.save(kept)).catch(() => draft.letGo())
  }

  /** Nothing of the form is on the screen any more, and whoever put it away may put two pictures before it. */
  function keep({ sheet: said }: Extract<Form, { state: 'kept' }>): void {
    if (said.pictures) {
      quiet('curtain')
      return
    }
    const { left } = leave()
    scene.set({ at: 'pausing', language: said.language, manner: said.manner })
    if (!left) return
    putAway(left)
    away = left.draft.id
  }

  /** A waiting draft on the screen; resolves to false, and shows nothing, when these are not its pictures. */
  async function open(id: string, lasts: () => boolean, pictures?: Pair): Promise<boolean> {
    const found = await unlock(drafts, id, pictures)
    if (!found) return false
    const form = refitted(found.form)
    if (lasts()) sit(found.draft, pictures ? lift(form) : veil(form))
    else found.draft.letGo()
    return true
  }

  /** A form that is open keeps the words it began with; one that is opened again has those that are on now. */
  const refitted = (form: Form): Form =>
    'sheet' in form ? step(form, { type: 'present', ...fitting(form.sheet) }) : form

  async function erase(id: string, then: () => void, gone = drafts.erase): Promise<void> {
    const { lasts } = leave()
    scene.set({ at: 'curtain', drafts: [] })
    try {
      await queue
      await gone(id)
      if (lasts()) then()
    } catch {
      if (lasts()) quiet('curtain', { unerased: id })
    }
  }

  async function finish(ended: Ended): Promise<void> {
    const { lasts } = leave()
    scene.set({ at: 'sealing' })
    await queue
    try {
      const slip = await ended.seal()
      if (lasts()) scene.set({ at: 'thanks', ...(slip && { slip }) })
    } catch {
      if (!lasts()) return void ended.draft.letGo()
      unsealed = ended
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
      if (form.state === 'ended') void finish({ draft: now.draft, seal: handOver(now.draft.id, form) })
      else if (form.state === 'erased') void erase(now.draft.id, () => scene.set({ at: 'erased' }))
      else if (form.state === 'kept') keep(form)
      else save(now, after)
    },
    pause: () => quiet('curtain'),
    async carryOn(id) {
      const now = scene.get()
      if (now.at !== 'curtain' && now.at !== 'welcome') return
      const { lasts } = leave()
      scene.set({ at: 'starting' })
      await queue
      try {
        const left = await drafts.left(id)
        if (left === undefined) return void (await open(id, lasts))
        const draft = now.drafts.find(one => one.id === id)
        if (draft && lasts()) scene.set({ at: 'gate', draft, left, wrong: false })
      } catch {
        if (lasts()) quiet('curtain', { unreadable: id })
      }
    },
    async put(pictures) {
      const now = scene.get()
      if (now.at !== 'pausing') return
      if (!pictures) return quiet('curtain')
      const id = away
      // A second tap while the first is on its way is no second wish.
      away = undefined
      if (id === undefined) return
      const mine = turn
      const put = queue.then(() => gate(drafts, id, pictures))
      queue = put.catch(() => undefined)
      try {
        await put
        if (turn === mine) quiet('curtain')
      } catch {
        if (turn !== mine) return
        away = id
        scene.set({ ...now, refused: true })
      }
    },
    async pass(pictures) {
      const now = scene.get()
      if (now.at !== 'gate') return
      const { id } = now.draft
      const { lasts } = leave()
      scene.set({ at: 'starting' })
      try {
        if (await open(id, lasts, pictures)) return
        const left = (await drafts.left(id)) ?? 0
        if (lasts()) scene.set({ ...now, left, wrong: true })
      } catch {
        if (lasts()) quiet('curtain', { unreadable: id })
      }
    },
    // It may have been given pictures since the curtain was drawn.
    notMe: id => erase(id, () => quiet('curtain'), drafts.disown),
    async sealAgain() {
      const again = unsealed
      // Held on: else its hours could be over while it is sealed.
      unsealed = undefined
      if (again) await finish(again)
    },
    shift() {
      leave()
      scene.set({ at: 'shift' })
    },
  }
}
