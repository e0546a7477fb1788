// The words around the booklet's pages: in the language that is shown, and in English where it has none of them yet.

import english from '../../locales/en/learn.json'
import { language, pack } from './words.ts'

/** The words around the booklet's pages, and the language that they are in. */
interface LearnWords {
  readonly lang: string
  readonly words: typeof english
}

/** What stands around the booklet's own words now. */
export function learnWords(): LearnWords {
  const own = pack()?.learn
  return own ? { lang: language(), words: own } : { lang: 'en', words: english }
}
