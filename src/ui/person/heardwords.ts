// What is said in English where the language that is shown has no words for it: and then its element says so.

import type { HeardWords } from '../../wording/heard.ts'
import { language } from '../../wording/words.ts'

interface Marks {
  readonly lang?: string
  readonly dir?: 'ltr'
}

/** What marks an element whose words are of another language than the page's. */
export const marksOf = ({ lang }: Pick<HeardWords, 'lang'>): Marks =>
  lang === language() ? {} : { lang, dir: 'ltr' }
