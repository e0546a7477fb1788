// Which words a ward has on: nobody is given others, save in a form that began in them and is still open.

import type { Manner } from '../form/form.ts'
import type { Settings } from '../protocol/tablet.ts'
import { inBuild } from '../wording/approved.ts'
import type { Plainness } from '../wording/words.ts'

/** A language, and how it is shown and said. */
export interface Voice {
  readonly language: string
  readonly manner: Manner
}

/** Whether the ward has a wording switched on that is in this build; the original always is. */
export const isOn = (settings: Settings | undefined, language: string, how: Plainness): boolean =>
  (language === 'en' && how === 'standard') ||
  (inBuild(`${language}/${how}`) && (settings?.wordings ?? []).includes(`${language}/${how}`))

/** The voice in words that are on: its own, else the language's others, else the original. */
export function fitted(settings: Settings | undefined, { language, manner }: Voice): Voice {
  if (isOn(settings, language, manner.words)) return { language, manner }
  const words = manner.words === 'easy' ? 'standard' : 'easy'
  return isOn(settings, language, words) ? { language, manner: { ...manner, words } } : inOriginal(manner)
}

/** The same manner in the RRN's own words. */
export const inOriginal = (manner: Manner): Voice => ({
  language: 'en',
  manner: { ...manner, words: 'standard' },
})
