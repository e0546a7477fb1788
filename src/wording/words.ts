// The words on the screens, through i18next, and the instrument's own words beside them.

import { createInstance } from 'i18next'
import first from '../../locales/en/first.json'
import type screens from '../../locales/en/screens.json'
import { evaluation } from '../instrument/evaluation.ts'
import type { Choice } from '../instrument/instrument.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof first & typeof screens }
    returnNull: false
  }
}

const words = createInstance()
void words.init({
  lng: 'en',
  resources: { en: { translation: first } },
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** The words for a key in the language of the form, plurals by CLDR. */
export const t = words.t

/** Brings the words of every screen but the first ones, which come with the app; awaited before such a screen is shown. */
export async function loadScreens(): Promise<void> {
  const { default: screens } = await import('../../locales/en/screens.json')
  words.addResourceBundle('en', 'translation', screens, true, true)
}

/** The language that is shown, as a BCP 47 tag. */
export const language = (): string => words.language

/** The wording people answer: the RRN's original. Its id and version are sealed with every form. */
export const originalWording = { id: 'en/original', version: evaluation.version } as const

const texts = new Map<string, string>(evaluation.items.map(item => [item.id, item.text]))
const labels = new Map<string, string>(evaluation.choices.map(choice => [choice.code, choice.label]))

/** The stem under which every statement stands, in the original's words. */
export const stem = (): string => evaluation.stem

/** A statement's words. Throws for an id that the instrument does not have. */
export const itemWords = (item: string): string => texts.get(item) ?? unknown(item)

/** An answer's words. */
export const choiceLabel = (choice: Choice): string => labels.get(choice) ?? unknown(choice)

/** A day such as 2026-03-01 as people say it: 1 March 2026, or 1 March without its year. */
export function dayWords(day: string, year = true): string {
  const how: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  if (year) how.year = 'numeric'
  return new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), how).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function unknown(id: string): never {
  throw new RangeError(`no words for ${id}`)
}
