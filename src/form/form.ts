// What one person's form is made of. Plain data, so that it can be stored row by row and sealed at the end.

import type { Choice } from '../instrument/instrument.ts'

/** What a person gave for an item. An item that is absent from the answers is unreached. */
export type Given = Choice | 'skipped'

/** How the form is shown; every part combines with every other. */
export interface Manner {
  readonly words: 'standard' | 'easy'
  readonly size: 'normal' | 'large' | 'larger' | 'largest'
  readonly aloud: boolean
  readonly calm: boolean
  /** The colours that somebody chose; absent where the tablet's own are right. */
  readonly theme?: Theme
  /** How choices are reached by those who can't touch them; absent for everyone else. */
  readonly switches?: Switches
}

export type Theme = 'light' | 'dark' | 'contrast'
export type Switches = 'one' | 'two' | 'partner'

/** The role of whoever helps, never a name. Staff are a last resort (CQC on closed cultures). */
export type Helper = 'nobody' | 'advocate' | 'interpreter' | 'peer' | 'family' | 'staff' | 'other'

/** Where in the form the person is. A statement opened from the look-back page returns there. */
export type Place =
  | { readonly at: 'statement'; readonly n: number; readonly changing: boolean }
  | { readonly at: 'topics' }
  | { readonly at: 'review' }

/** The instrument as the form began with it: an update of the product never changes it under a person. */
export interface Outline {
  readonly instrument: string
  readonly version: string
  readonly items: readonly string[]
}

/** Two pictures of the board that stand before a form which was put away. Their order does not matter. */
export type Pair = readonly [number, number]

/** How a form that was put away was carried on: by whoever tapped its two pictures, or by whoever came. */
export type Resumed = 'with-pictures' | 'without-pictures'

/** Everything a person has said on one form, and how. */
export interface Sheet {
  readonly outline: Outline
  readonly language: string
  readonly manner: Manner
  readonly helper: Helper
  readonly answers: Readonly<Record<string, Given>>
  readonly topics: readonly string[]
  /** The pictures of its gate; absent where it has none. They are never sealed. */
  readonly pictures?: Pair
  /** Absent where it never was put away; once carried on without pictures, it stays so. */
  readonly resumed?: Resumed
  /** What was said before whoever chose the pictures came: they never open that. It is never sealed. */
  readonly hidden?: Hidden
}

/** Answers, by their items, and topics that somebody else may have given. */
export interface Hidden {
  readonly items: readonly string[]
  readonly topics: boolean
  /** Whoever is here now came without the pictures: what they say is hidden too. */
  readonly grows?: true
}

/** How a form ended that is ready to be sealed. */
export type End = 'finished' | 'stopped'

export type Form =
  | { readonly state: 'answering'; readonly sheet: Sheet; readonly place: Place }
  | { readonly state: 'stopping'; readonly sheet: Sheet; readonly place: Place }
  | { readonly state: 'kept'; readonly sheet: Sheet; readonly place: Place }
  | { readonly state: 'ended'; readonly sheet: Sheet; readonly end: End }
  | { readonly state: 'sealed' }
  | { readonly state: 'erased' }

/** At most this many statements can be named to talk about. */
export const MOST_TOPICS = 3

export const plainManner: Manner = { words: 'standard', size: 'normal', aloud: false, calm: false }

/** The given answers, items in printed order. */
export const answered = (sheet: Sheet): string[] =>
  sheet.outline.items.filter(item => sheet.answers[item] !== undefined && sheet.answers[item] !== 'skipped')
