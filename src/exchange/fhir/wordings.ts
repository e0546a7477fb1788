// Wordings as FHIR has them: the standard's translation beside the original, and whose each wording is.

import type { Known } from '../../wording/provenance.ts'
import type { Translated } from '../../wording/translations.ts'
import { extensionOf } from './extensions.ts'
import type { Element, Extension } from './types.ts'

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation'

/**
 * The wordings that may be handed on: what was approved, and nothing less. The licence lets adaptations be shared only with
 * permission, and a draft in another system would be taken for the instrument. The original is the resource itself.
 */
export const approved = (all: readonly Translated[]): readonly Translated[] =>
  all.filter(({ known }) => known.wording.state === 'approved')

/** A wording's language; plainer words are its simplified form (`simple` in IANA's registry of language subtags). */
export const tagOf = ({ kind, language: { language } }: Known): string =>
  kind === 'easy' ? `${language}-simple` : language

/** What approved wordings say in a place, beside its primitive; nothing where none says anything. */
export function translations(
  all: readonly Translated[],
  say: (words: Translated['words']) => string | undefined,
): Element | undefined {
  const extension = approved(all).flatMap(({ known, words }) => {
    const content = say(words)
    return content === undefined ? [] : [translation(tagOf(known), content)]
  })
  return extension.length > 0 ? { extension } : undefined
}

const translation = (lang: string, content: string): Extension => ({
  url: TRANSLATION,
  extension: [
    { url: 'lang', valueCode: lang },
    { url: 'content', valueString: content },
  ],
})

/** Whose a wording is and how far it has been checked, step by step. */
export const provenance = (base: string, known: Known): Extension => ({
  url: extensionOf(base, 'wording'),
  extension: [
    { url: 'lang', valueCode: tagOf(known) },
    ...Object.entries({
      id: known.wording.id,
      version: known.wording.version,
      state: known.wording.state,
    }).map(text),
    ...known.wording.steps.map(step => ({ url: 'step', extension: Object.entries(step).map(text) })),
  ],
})

const text = ([url, valueString]: readonly [string, string]): Extension => ({ url, valueString })
