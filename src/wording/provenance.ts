// Every wording that the product knows: whose words it is, how far it has been checked, and its language's own ways.

import ar from '../../locales/ar/wording.json' with { type: 'json' }
import bn from '../../locales/bn/wording.json' with { type: 'json' }
import cy from '../../locales/cy/wording.json' with { type: 'json' }
import en from '../../locales/en/wording.json' with { type: 'json' }
import gu from '../../locales/gu/wording.json' with { type: 'json' }
import pa from '../../locales/pa/wording.json' with { type: 'json' }
import pl from '../../locales/pl/wording.json' with { type: 'json' }
import pt from '../../locales/pt/wording.json' with { type: 'json' }
import ro from '../../locales/ro/wording.json' with { type: 'json' }
import so from '../../locales/so/wording.json' with { type: 'json' }
import uk from '../../locales/uk/wording.json' with { type: 'json' }
import ur from '../../locales/ur/wording.json' with { type: 'json' }

/** How far a wording has come along ISPOR's steps; what is `withdrawn` is shown to nobody any more. */
export const states = [
  'original',
  'draft',
  'forward-translated',
  'back-translated',
  'debriefed',
  'approved',
  'withdrawn',
] as const
export type State = (typeof states)[number]

/** What was done to a wording. */
export const stepKinds = [
  'written',
  'forward-translated',
  'back-translated',
  'reconciled',
  'debriefed',
  'approved',
  'withdrawn',
] as const

/** One step of a wording: who took it in what capacity, when (2026 or 2026-11), and on whose permission. */
export interface Step {
  readonly step: (typeof stepKinds)[number]
  readonly by: string
  readonly capacity: string
  readonly when: string
  readonly permission: string
}

/** The words of one language and manner; `id` and `version` are sealed with every form that was answered in them. */
export interface Wording {
  readonly id: string
  readonly version: string
  readonly state: State
  readonly steps: readonly Step[]
}

/** `original` is the RRN's English alone; every other language has `standard` in its place. */
export type WordingKind = 'original' | 'standard' | 'easy'

/** A language by its BCP 47 tag, in its own name and in English; `aloud` says who reads its clips. */
export interface Language {
  readonly language: string
  readonly name: string
  readonly english: string
  readonly direction: 'ltr' | 'rtl'
  readonly script: 'Latn' | 'Cyrl' | 'Guru' | 'Arab' | 'Beng' | 'Gujr'
  readonly digits: 'latn'
  readonly aloud: 'computer' | 'none'
  readonly wordings: { readonly [kind in WordingKind]?: Wording }
}

// JSON's types are wider than these; the test of this file holds every one to them.
const all: readonly unknown[] = [en, cy, pl, ro, pa, ur, bn, gu, ar, pt, so, uk]

/** The languages: English, then Welsh, then by how many in England and Wales speak them (Census 2021). */
export const languages = all as readonly Language[]

/** A wording with its language and its kind. */
export interface Known {
  readonly language: Language
  readonly kind: WordingKind
  readonly wording: Wording
}

const kinds: readonly WordingKind[] = ['original', 'standard', 'easy']

/** Every wording, language by language. */
export const wordings: readonly Known[] = languages.flatMap(language =>
  kinds.flatMap(kind => {
    const wording = language.wordings[kind]
    return wording ? [{ language, kind, wording }] : []
  }),
)

/** The wording of an id such as pl/easy; undefined for one that this version does not know. */
export const wordingOf = (id: string): Known | undefined => wordings.find(({ wording }) => wording.id === id)
