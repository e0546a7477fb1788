// One person's time with the tablet: from Welcome to the seal, or to the curtain.
//
//   welcome ─▶ card ─▶ form ─▶ sealing ─▶ thanks ─▶ welcome
//                      │  ▲ └──▶ unsealed (the draft is safe: try again)
//                      │  └ carry on (earlier answers stay veiled)
//                      ├─▶ curtain (pause, keep, hidden, idle) ─▶ welcome
//                      └─▶ erased ─▶ welcome
//
// A tap is painted at once; `saved` is false until it is committed, and a tap that the disk refuses is taken back.

import type { Form, Helper, Manner, Outline } from '../form/form.ts'
import { type Event, itemAt, start, step } from '../form/step.ts'
import type { FormScene, Moves, Scene, WaitingDraft } from './tablet.ts'
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
  /** Seals the ended form and, in one transaction, moves it from the drafts to the outbox. */
  handOver(draft: string, form: Extract<Form, { state: 'ended' }>): Promise<void>
}

interface Sheet {
  readonly draft: Draft
  shown: Form
  committed: Form
  pending: number
  refused: boolean
  /** Grows with each refusal: what was queued behind a refused tap is taken back with it. */
  refusals: number
  veiled: Set<string>
  topicsVeiled: boolean
}

export function createSitting({ scene, drafts, outline, newId, handOver }: SittingWith): Moves {
  let sheet: Sheet | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let unsealed: (() => Promise<void>) | undefined

  function begin(draft: Draft, form: Form, veil: boolean): void {
    const earlier = veil && 'sheet' in form ? form.sheet : undefined
    const veiled = new Set(Object.keys(earlier?.answers ?? {}))
    const topicsVeiled = (earlier?.topics.length ?? 0) > 0
    sheet = {
      draft,
      shown: form,
      committed: form,
      pending: 0,
      refused: false,
      refusals: 0,
      veiled,
      topicsVeiled,
    }
    paint(sheet)
  }

  function paint(now: Sheet): void {
    const { shown: form, pending, refused, topicsVeiled } = now
    if (sheet !== now || (form.state !== 'answering' && form.state !== 'stopping')) return
    const veiled: FormScene['veiled'] = new Set(now.veiled)
    scene.set({ at: 'form', form, saved: pending === 0, refused, veiled, topicsVeiled })
  }

  /** Puts the form on disk behind everything before it; a refusal takes the screen back to what is there. */
  function save(now: Sheet, form: Form): Promise<boolean> {
    now.shown = form
    now.refused = false
    now.pending += 1
    paint(now)
    const { refusals } = now
    const done = queue.then(async () => {
      if (refusals === now.refusals) await commit(now, form)
      now.pending -= 1
      paint(now)
      return now.committed === form
    })
    queue = done
    return done
  }

  async function commit(now: Sheet, form: Form): Promise<void> {
    try {
      await now.draft.save(form)
      now.committed = form
    } catch {
      now.refused = true
      now.refusals += 1
      now.shown = now.committed
    }
  }

  async function leave(now: Sheet, form: Form, to: () => Promise<void>): Promise<void> {
    if (await save(now, form)) {
      sheet = undefined
      await to()
    }
  }

  async function toCurtain(): Promise<void> {
    scene.set({ at: 'curtain', drafts: await drafts.list() })
  }

  async function toWelcome(): Promise<void> {
    scene.set({ at: 'welcome', drafts: await drafts.list() })
  }

  async function erase(id: string): Promise<void> {
    sheet = undefined
    await queue
    await drafts.erase(id)
  }

  async function finish(now: Sheet, ended: Extract<Form, { state: 'ended' }>): Promise<void> {
    sheet = undefined
    unsealed = undefined
    scene.set({ at: 'sealing' })
    await queue
    try {
      await handOver(now.draft.id, ended)
      scene.set({ at: 'thanks' })
    } catch {
      unsealed = () => finish(now, ended)
      scene.set({ at: 'unsealed' })
    }
  }

  /** What a tap does to what is veiled: a new answer is the person's own, and is shown. */
  function unveil(now: Sheet, event: Event): void {
    if (event.type === 'choose') now.veiled.delete(event.item)
    if (event.type === 'skip') {
      const item = itemAt(now.shown)
      if (item === undefined) now.topicsVeiled = false
      else now.veiled.delete(item)
    }
    if (event.type === 'talk' && now.topicsVeiled && 'sheet' in now.shown) {
      now.topicsVeiled = false
      for (const item of now.shown.sheet.topics) now.shown = step(now.shown, { type: 'talk', item })
    }
  }

  return {
    welcome: () => void toWelcome(),
    card(language: string, manner: Manner, helper: Helper) {
      scene.set({ at: 'card', language, manner, helper })
    },
    async begin() {
      const now = scene.get()
      if (now.at !== 'card') return
      const form = start(outline, now.language, now.manner, now.helper)
      scene.set({ at: 'starting' })
      try {
        begin(await drafts.open(newId(), form), form, false)
      } catch {
        scene.set({ at: 'unable', why: 'write' })
      }
    },
    step(event) {
      const now = sheet
      if (!now) return
      const waits = event.type === 'continue' || event.type === 'finish' || event.type === 'send'
      if (waits && now.pending > 0) return
      unveil(now, event)
      const after = step(now.shown, event)
      if (after === now.shown) return paint(now)
      if (after.state === 'ended') void finish(now, after)
      else if (after.state === 'erased') void erase(now.draft.id).then(() => scene.set({ at: 'erased' }))
      else if (after.state === 'kept') void leave(now, after, toCurtain)
      else void save(now, after)
    },
    async pause() {
      if (sheet) await leave(sheet, step(step(sheet.shown, { type: 'go-back' }), { type: 'keep' }), toCurtain)
      else await toCurtain()
    },
    async carryOn(id) {
      try {
        const { draft, form } = await drafts.read(id)
        begin(draft, step(form, { type: 'carry-on' }), true)
      } catch {
        scene.set({ at: 'curtain', drafts: await drafts.list(), unreadable: id })
      }
    },
    async notMe(draft) {
      await erase(draft)
      await toCurtain()
    },
    async sealAgain() {
      await unsealed?.()
    },
    shift() {
      scene.set({ at: 'shift' })
    },
  }
}
