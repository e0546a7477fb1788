// The wordings as if each had been approved, or had come so far, and what Questionnaires say.

import type { QuestionnaireItem } from '../../src/exchange/fhir/types.ts'
import type { State } from '../../src/wording/provenance.ts'
import { type Translated, translated } from '../../src/wording/translations.ts'

/** Where the resources of these tests stand. */
export const base = 'https://voice.example/fhir'

const others = translated.filter(({ known }) => known.kind !== 'original')

/** The wordings as if each had come so far. */
export const all = (state: State): Translated[] =>
  others.map(({ known, words }) => ({ known: { ...known, wording: { ...known.wording, state } }, words }))

/** The items of a Questionnaire and whatever is in them. */
export const flat = (items: readonly QuestionnaireItem[]): QuestionnaireItem[] =>
  items.flatMap(one => [one, ...flat(one.item ?? [])])
