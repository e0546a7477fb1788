// What an instrument is: a versioned list of items with its stem and its choices (FHIR: Questionnaire).

/** The code of one of the Evaluation's three answers, in the booklet's printed order. No number belongs to it. */
export type Choice = 'not-at-all' | 'sometimes' | 'all-the-time'

/** One statement. The id never changes; the text is the RRN's own, character for character. */
export interface Item {
  readonly id: string
  readonly text: string
}

/** One of the booklet's groups of items. Regrouping an item changes a group and nothing else. */
export interface Group {
  readonly id: string
  readonly label: string
  readonly items: readonly string[]
}

/** An instrument that people answer with one of three choices per item. */
export interface Instrument {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly intro: readonly string[]
  readonly stem: string
  readonly choices: readonly { readonly code: Choice; readonly label: string }[]
  readonly items: readonly Item[]
  readonly groups: readonly Group[]
}
