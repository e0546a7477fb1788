// A tablet that lives in memory: the real form machine, no disk, no network. `made` keeps what was asked of it.

import { NEWEST } from '../../src/envelope/header.ts'
import { type Form, type Manner, type Pair, plainManner } from '../../src/form/form.ts'
import { type Event, start, step } from '../../src/form/step.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { plainOpening, type Settings } from '../../src/protocol/tablet.ts'
import { USUAL_IDLE } from '../../src/protocol/usual.ts'
import type { FormScene, Health, Keep, Packs, Scene, Shift, Tablet } from '../../src/tablet/tablet.ts'
import { type Settable, watched } from '../../src/tablet/watched.ts'
import { languages } from '../../src/wording/languages.ts'

export const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(item => item.id),
}

export const ward = (more: Partial<Settings> = {}): Settings => ({
  demonstration: true,
  organisation: 'Example Trust',
  service: 'Example Service',
  ward: { id: 'maple', name: 'Maple ward', countedWith: ['Oak ward', 'Ash ward'] },
  key: { id: 'k1', publicKey: 'AA' },
  contacts: {
    advocate: { name: 'Your Say Advocacy', phone: '0117 496 0101' },
    safeguarding: { name: 'Trust safeguarding team', phone: '0117 496 0102' },
    complaints: { name: 'Patient advice and complaints', phone: '0117 496 0103' },
    regulator: { name: 'Care Quality Commission (CQC)', phone: '03000 616161' },
    emergency: { name: 'Police, fire, ambulance', phone: '999' },
  },
  nextCount: '2026-12-01',
  threshold: 10,
  told: '2026-03-01',
  wordings: [],
  opening: plainOpening,
  idle: USUAL_IDLE,
  envelopes: NEWEST,
  ...more,
})

export const still: Shift = {
  waiting: 0,
  setAside: 0,
  lastSent: undefined,
  state: { is: 'still' },
  ready: true,
}

/** A tablet of which there is nothing to say. */
export const well: Health = {
  persisted: true,
  room: { used: 12_000_000, of: 900_000_000 },
  installed: true,
  clock: 'right',
}

export interface FakeTablet extends Tablet {
  readonly scene: Settable<Scene>
  readonly shift: Settable<Shift>
  readonly packs: Settable<Packs>
  readonly settings: Settable<Settings | undefined>
  /** Every event that a screen asked for, oldest first. */
  readonly made: Event[]
  /** Every two pictures that were put before a form or tried at one; undefined where it was gone on without. */
  readonly pictures: (Pair | undefined)[]
  /** Every code that was tried, and every draft that was said to be nobody's. */
  readonly tried: string[]
  /** What staff are told when they look after it. */
  kept: Keep
  /** Whether taps reach the disk by themselves. */
  saves: boolean
  /** Says that the taps are on disk now. */
  saved(): void
}

export const formScene = (form: FormScene['form'], more: Partial<FormScene> = {}): FormScene => ({
  at: 'form',
  form,
  saved: true,
  refused: false,
  veiled: new Set(),
  topicsVeiled: false,
  ...more,
})

export function newForm(manner: Manner = plainManner): FormScene['form'] {
  const form = start(outline, 'en', manner, 'nobody')
  if (form.state !== 'answering') throw new Error('a new form is answered')
  return form
}

export function fakeTablet(
  first: Scene,
  settings: Settings | undefined = ward(),
  shift: Shift = still,
): FakeTablet {
  const scene = watched(first)
  const welcome = () => scene.set({ at: 'welcome', drafts: [] })
  const show = (form: Form, saved: boolean) => {
    if (form.state === 'answering' || form.state === 'stopping') scene.set(formScene(form, { saved }))
    else if (form.state === 'ended') scene.set({ at: 'thanks' })
    else if (form.state === 'erased') scene.set({ at: 'erased' })
    else if (form.state === 'kept' && !form.sheet.pictures) {
      const { language, manner } = form.sheet
      scene.set({ at: 'pausing', language, manner })
    } else scene.set({ at: 'curtain', drafts: [] })
  }
  const tablet: FakeTablet = {
    scene,
    settings: watched(settings),
    shift: watched(shift),
    packs: watched<Packs>({ whole: languages.map(({ tag }) => tag), coming: [] }),
    made: [],
    pictures: [],
    tried: [],
    saves: true,
    saved() {
      const now = scene.get()
      if (now.at === 'form') scene.set({ ...now, saved: true })
    },
    enrol: async code => void tablet.tried.push(code),
    send: async () => tablet.shift.set({ ...still, state: { is: 'arrived', arrived: 12, of: 12 } }),
    takeBack: {
      open: (language, manner) => scene.set({ at: 'takeback', language, manner, is: 'tapping' }),
      ask: async () => {
        const now = scene.get()
        if (now.at === 'takeback') scene.set({ ...now, is: 'taken' })
      },
    },
    keep: async () => tablet.kept,
    kept: {
      health: async () => well,
      mayWipe: async () => ({ may: true }),
      rescue: async () => ({ name: 'equal-voice-maple-ward.json', text: '{}', forms: shift.waiting }),
      bringIn: async () => ({ is: 'no-rescue' }),
      told: () => tablet.shift.set({ ...tablet.shift.get(), missing: 0 }),
    },
    go: {
      welcome,
      card: (language, manner, helper) => scene.set({ at: 'card', language, manner, helper }),
      begin: async () => {
        const now = scene.get()
        if (now.at === 'card') show(start(outline, now.language, now.manner, now.helper), true)
      },
      step(event) {
        tablet.made.push(event)
        const now = scene.get()
        if (now.at === 'form') show(step(now.form, event), tablet.saves)
      },
      pause: async () => scene.set({ at: 'curtain', drafts: [] }),
      async put(pictures) {
        tablet.pictures.push(pictures)
        scene.set({ at: 'curtain', drafts: [] })
      },
      carryOn: async () => show(newForm(), true),
      async pass(pictures) {
        tablet.pictures.push(pictures)
        show(newForm(), true)
      },
      notMe: async draft => void tablet.tried.push(draft),
      sealAgain: async () => scene.set({ at: 'thanks' }),
      shift: () => scene.set({ at: 'shift' }),
      enrolAgain: () => scene.set({ at: 'unenrolled', busy: false, again: true }),
      clean: () => scene.set({ at: 'cleaning' }),
    },
  }
  return tablet
}
