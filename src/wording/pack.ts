// What one language brings: the words of the screens, the wordings of the instrument, and whose they are.

import type first from '../../locales/en/first.json'
import type gate from '../../locales/en/gate.json'
import type learn from '../../locales/en/learn.json'
import type meanings from '../../locales/en/meanings.json'
import type modes from '../../locales/en/modes.json'
import type screens from '../../locales/en/screens.json'
import type { Choice } from '../instrument/instrument.ts'

/** The evaluation in other words: every statement, answer and group by its id. */
export interface Wording {
  readonly stem: string
  readonly choices: Readonly<Record<Choice, string>>
  readonly groups: Readonly<Record<string, string>>
  readonly items: Readonly<Record<string, string>>
}

/** Every screen's words, in the shape of the English ones: what is missing in a language does not compile. */
export type Screens = typeof first & typeof screens & typeof modes & typeof gate

/** What the hard words mean, in our words. */
export type Meanings = typeof meanings

/** What is said of what has changed, by key and, where it counts, by kind of number; `easy` lies over `heard`. */
export interface HeardFile {
  readonly heard: Readonly<Record<string, string>>
  readonly easy: Readonly<Record<string, string>>
}

/** How far a wording has been checked; provenance.ts tells the whole of it. */
interface Standing {
  readonly version: string
  readonly state: string
}

/** One language. English has its first words with the app, and the original as its standard wording. */
export interface Pack {
  readonly first?: typeof first
  readonly screens?: typeof screens
  readonly modes: typeof modes
  readonly gate: typeof gate
  /** What stands around the booklet's pages; English comes with them. */
  readonly learn?: typeof learn
  /** Absent until somebody has translated it; English has its own with the page that shows it. */
  readonly heard?: HeardFile
  readonly standard?: Wording
  /** `screens` holds only what is said more plainly than in the standard words. */
  readonly easy: Wording & { readonly screens?: object }
  readonly meanings: Meanings
  /** January to December, for a language whose dates not every browser knows. */
  readonly months?: readonly string[]
  readonly wording: {
    readonly aloud: string
    readonly wordings: { readonly standard?: Standing; readonly easy: Standing }
  }
}
