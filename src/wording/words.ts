// The words on the screens, through i18next, and the instrument's words beside them, in the wording that was chosen.

import { createInstance } from 'i18next'
import first from '../../locales/en/first.json' with { type: 'json' }
import { evaluation } from '../instrument/evaluation.ts'
import type { Choice } from '../instrument/instrument.ts'
import type { Meanings, Pack, Screens, Wording } from './pack.ts'
import { packs } from './packs.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Screens }
    returnNull: false
  }
}

const words = createInstance()
void words.init({
  lng: 'en',
  fallbackLng: 'en',
  fallbackNS: 'translation',
  resources: { en: { translation: first } },
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** What was said of keys without gaps, until words come or others are chosen: at each tap a screen says some forty of them. */
const said = new Map<unknown, string>()

/** The words for a key in the language and manner that were said last, plurals by CLDR. */
export const t = new Proxy(words.t, {
  apply(say, i18n, asked) {
    const [key, gaps] = asked
    const known = gaps ? undefined : said.get(key)
    const found = known ?? Reflect.apply(say, i18n, asked)
    if (!gaps) said.set(key, found)
    return found
  },
})

/** Standard words, or easy ones. */
export type Plainness = 'standard' | 'easy'

const here = new Map<string, Pack>()
let plainness: Plainness = 'standard'

/** Adds words of a language; what comes later wins. */
function add(tag: string, more: object | undefined, ns = 'translation'): void {
  said.clear()
  words.addResourceBundle(tag, ns, more ?? {}, true, true)
}

/** Brings the words of every screen but the first ones, which come with the app; awaited before such a screen is shown. */
export async function loadScreens(): Promise<void> {
  add('en', (await import('../../locales/en/screens.json')).default)
}

/** Brings the words of what stands before a form that waits or was sealed: its pictures, the slip, taking it back. */
export async function loadGate(): Promise<void> {
  add('en', (await import('../../locales/en/gate.json')).default)
}

/** Brings a language whole. Rejects when it is not on the tablet and there is no network. */
export async function load(tag: string): Promise<void> {
  if (here.has(tag)) return
  // English fills every gap, and somebody may go back to it: no screen loads its words anew for them.
  const [pack] = await Promise.all([packs[tag]?.(), tag !== 'en' && load('en')])
  if (!pack) throw new RangeError(`no words for ${tag}`)
  for (const part of [pack.first, pack.screens, pack.modes, pack.gate]) {
    add(tag, part)
    // Whole under the plainer words too, or i18next would take English ones where this language has none.
    add(tag, part, 'easy')
  }
  add(tag, pack.easy.screens, 'easy')
  here.set(tag, pack)
}

/** From now on says everything in these words; false where they must be loaded first. */
export function say(tag: string, how: Plainness): boolean {
  if (!here.has(tag) && (tag !== 'en' || how === 'easy')) return false
  said.clear()
  void words.changeLanguage(tag)
  words.setDefaultNamespace(how === 'easy' ? 'easy' : 'translation')
  plainness = how
  return true
}

/** The language that is shown, as a BCP 47 tag. */
export const language = (): string => words.language

/** Whether plainer words and pictures are shown. */
export const isEasy = (): boolean => plainness === 'easy'

/** Whether the instrument is shown in the RRN's own words. */
export const isOriginal = (): boolean => plainness === 'standard' && language() === 'en'

/** The pack of the language that is shown; undefined for English while nothing has asked for it. */
export const pack = (): Pack | undefined => here.get(language())

/** The original, character for character. */
export const original: Wording = {
  stem: evaluation.stem,
  choices: by(evaluation.choices.map(({ code, label }) => [code, label])),
  groups: by(evaluation.groups.map(({ id, label }) => [id, label])),
  items: by(evaluation.items.map(({ id, text }) => [id, text])),
}

/** A wording of the language that is shown: the standard one, or the easy one. */
export const wordingIn = (how: Plainness): Wording => pack()?.[how] ?? original

const shown = () => wordingIn(plainness)

/** The stem under which every statement stands. */
export const stem = (): string => shown().stem

/** A statement's words. Throws RangeError for an id that the instrument does not have. */
export const itemWords = (item: string): string => shown().items[item] ?? unknown(item)

/** An answer's words. */
export const choiceLabel = (choice: Choice): string => shown().choices[choice]

/** A group's words. Throws RangeError for an id that the instrument does not have. */
export const groupLabel = (group: string): string => shown().groups[group] ?? unknown(group)

/** What the hard words mean, in our words; undefined until the language's pack is here. */
export const meanings = (): Meanings | undefined => pack()?.meanings

/** The id and version of a wording, as they are sealed with a form. */
export interface Worded {
  readonly id: string
  readonly version: string
}

/** The RRN's original wording. */
export const originalWording: Worded = { id: 'en/original', version: evaluation.version }

/** Which wording a form was shown in: the original where its own words are no longer on the tablet. */
export async function worded(tag: string, how: Plainness): Promise<Worded> {
  if (tag === 'en' && how === 'standard') return originalWording
  await load(tag).catch(() => undefined)
  const version = here.get(tag)?.wording.wordings[how]?.version
  return version ? { id: `${tag}/${how}`, version } : originalWording
}

/** A day such as 2026-03-01 as people say it: 1 March 2026, or 1 March without its year. */
export function dayWords(day: string, year = true): string {
  const date = new Date(`${day}T00:00:00Z`)
  const month = pack()?.months?.[date.getUTCMonth()]
  if (month) return [date.getUTCDate(), month, year && date.getUTCFullYear()].filter(Boolean).join(' ')
  const how: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  if (year) how.year = 'numeric'
  // Western digits in every language, as our wordings have them.
  const locale = `${language() === 'en' ? 'en-GB' : language()}-u-nu-latn`
  return new Intl.DateTimeFormat(locale, how).format(date)
}

function by<K extends string>(pairs: readonly (readonly [K, string])[]): Record<K, string> {
  return Object.fromEntries(pairs) as Record<K, string>
}

function unknown(id: string): never {
  throw new RangeError(`no words for ${id}`)
}
