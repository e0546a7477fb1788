// The words of what has changed: in the language that is shown, and in English where it has none of them yet.

import english from '../../locales/en/heard.json'
import type { Choice } from '../instrument/instrument.ts'
import { say } from './gaps.ts'
import type { HeardFile } from './pack.ts'
import { choiceLabel, dayWords, isEasy, language, original, pack } from './words.ts'

type Key = keyof typeof english.heard
/** A sentence that has a form for each kind of number. */
type Counted = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never
type Gaps = Readonly<Record<string, string | number>>

/** What says it. `lang` is the language of all that it says. */
export interface HeardWords {
  readonly lang: string
  say(key: Exclude<Key, `${string}_${'one' | 'other'}`>, gaps?: Gaps): string
  /** By the number of all forms, which fills {{count}}. */
  count(key: Counted, forms: number, gaps?: Gaps): string
  day(day: string, year?: boolean): string
  choice(choice: Choice): string
}

/** The words of what has changed, as they are said now. */
export function heardWords(): HeardWords {
  const own: HeardFile | undefined = language() === 'en' ? english : pack()?.heard
  const file: HeardFile = own ?? english
  const lang = own ? language() : 'en'
  const plurals = new Intl.PluralRules(lang)
  const found = (key: string): string | undefined =>
    (isEasy() ? file.easy[key] : undefined) ?? file.heard[key]
  return {
    lang,
    say: (key, gaps = {}) => say(found(key) ?? '', gaps),
    count: (key, count, gaps = {}) =>
      say(found(`${key}_${plurals.select(count)}`) ?? found(`${key}_other`) ?? '', { ...gaps, count }),
    day: (day, year) => (own ? dayWords(day, year) : inEnglish(day, year)),
    choice: choice => (own ? choiceLabel(choice) : original.choices[choice]),
  }
}

function inEnglish(day: string, year = true): string {
  const how: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  const whole = new Intl.DateTimeFormat('en-GB', year ? { ...how, year: 'numeric' } : how)
  return whole.format(new Date(`${day}T00:00:00Z`))
}
