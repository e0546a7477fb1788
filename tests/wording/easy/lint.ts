// The rules of plainer words, as pure functions: what each finds is a line that names the key and says what is wrong.

import { evaluation } from '../../../src/instrument/evaluation.ts'

/** Words under nested keys, as the files of locales/ hold them. */
export type Words = { readonly [key: string]: string | Words }

/** A language's easy.json: its wording of the instrument, and its plainer words for the screens. */
export type Easy = {
  readonly stem: string
  readonly choices: Words
  readonly groups: Words
  readonly items: Words
  readonly screens: Words
}

const longest = 15

/** Keys that only staff see. */
const staff = /^(enrol|shift|setup)\./

/** Short names that are written in capitals in English and in most languages that borrow them. */
const names = new Set(['OK', 'CQC', 'RRN', 'NHS'])

const english: readonly (readonly [RegExp, string])[] = [
  [/\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i, 'a number in letters'],
  [/\bcan’t\b|\bcannot not\b|\bcan not\b/i, 'not “cannot”'],
  [
    /\b(participat\w*|comfortable|valued|ability|achiev\w*|goals?|solutions?|approachable|suggestions?)\b/i,
    'a hard word',
  ],
  [/\b(statements?|translated|draft|whoever|regard\w*|provid\w*|ensur\w*|whether|via|etc)\b/i, 'a hard word'],
]

/** Every text under its whole key, such as card.free. */
export function flat(words: Words, at = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(at + key, value)
    else for (const [inner, text] of flat(value, `${at}${key}.`)) found.set(inner, text)
  }
  return found
}

const sentences = (tag: string, text: string) =>
  [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim())

const length = (tag: string, sentence: string) =>
  [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(sentence)].filter(part => part.isWordLike)
    .length

const placeholders = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).toSorted().join(' ')

/** What is not plain in one text. Length counts by the language's own rules; a placeholder is one word. */
export function lintText(tag: string, text: string): string[] {
  // A placeholder at the end of a sentence must not hide where the next begins.
  const bare = text.replaceAll(/\{\{.*?\}\}/g, 'X')
  const faults: string[] = []
  if (!bare.trim()) faults.push('no words')
  if (/[;؛]/.test(bare)) faults.push('a semicolon')
  if (/[([{（]/.test(bare)) faults.push('a bracket')
  if (/[!¡！]/.test(bare)) faults.push('an exclamation mark')
  if (/[:：]\s+\S/.test(bare) && !/[:：]\s+X\W*$/.test(bare)) faults.push('a colon that joins two ideas')
  if ((bare.match(/\p{Lu}{2,}/gu) ?? []).some(word => !names.has(word))) faults.push('all capitals')
  for (const sentence of sentences(tag, bare)) {
    const words = length(tag, sentence)
    if (words > longest) faults.push(`${words} words in “${sentence}”`)
    if (tag === 'en' && (sentence.match(/, (and|but)\b|\bbecause\b/gi) ?? []).length > 1)
      faults.push(`several ideas in “${sentence}”`)
  }
  if (tag === 'en') for (const [rule, why] of english) if (rule.test(bare)) faults.push(why)
  return faults
}

const under = (name: string, faults: readonly string[]) => faults.map(fault => `${name}: ${fault}`)

function lintAll(tag: string, words: ReadonlyMap<string, string>): string[] {
  return [...words].flatMap(([key, text]) => under(key, lintText(tag, text)))
}

/** Ids that are missing from a list, or have no place in it. */
export function lintIds(expected: readonly string[], found: readonly string[]): string[] {
  return [
    ...expected.filter(id => !found.includes(id)).map(id => `${id}: missing`),
    ...found.filter(id => !expected.includes(id)).map(id => `${id}: not known`),
  ]
}

/** Whether the instrument is there whole, in plain words. */
export function lintInstrument(tag: string, { stem, choices, groups, items }: Easy): string[] {
  return [
    ...under(
      'choices',
      lintIds(
        evaluation.choices.map(choice => choice.code),
        Object.keys(choices),
      ),
    ),
    ...under(
      'groups',
      lintIds(
        evaluation.groups.map(group => group.id),
        Object.keys(groups),
      ),
    ),
    ...under(
      'items',
      lintIds(
        evaluation.items.map(item => item.id),
        Object.keys(items),
      ),
    ),
    ...lintAll(tag, flat({ stem, choices, groups, items })),
  ]
}

/** Whether the plainer words of the screens fit over the standard ones, and what is shown then is plain. */
export function lintScreens(tag: string, standard: Words, overlay: Words): string[] {
  const whole = flat(standard)
  const over = flat(overlay)
  const fit = [...over].flatMap(([key, text]) => {
    const below = whole.get(key)
    if (below === undefined) return [`${key}: not known`]
    // English tells which keys are said more plainly; another language may need no other words for one of them.
    if (tag === 'en' && below === text) return [`${key}: the same as the standard words`]
    return placeholders(below) === placeholders(text) ? [] : [`${key}: lost a placeholder`]
  })
  const shown = [...whole, ...over].filter(([key]) => !staff.test(key))
  return [...fit, ...lintAll(tag, new Map(shown))]
}

/** Pictures that are not called by a key of the words that they stand beside. */
const beside: Readonly<Record<string, string>> = {
  someone: 'helper.other',
  talk: 'topics.title',
  calendar: 'thanks.count',
  switch: 'scan.title',
  wait: 'starting.title',
}

/** Whether every statement has its picture, and every picture the words that it stands beside. */
export function lintPictures(pictures: readonly string[], words: Easy, screens: Words): string[] {
  const keys = [...flat(screens).keys()]
  const parts = new Set(keys.flatMap(key => key.split('.')))
  // The board’s drawings, such as board-sun, stand beside their own names.
  const called = (name: string) => parts.has(name) || keys.includes(name.replace(/^board-/, 'pictures.'))
  const worded = (name: string) => name in words.items || called(name) || keys.includes(beside[name] ?? '')
  return [
    ...evaluation.items.filter(({ id }) => !pictures.includes(id)).map(({ id }) => `${id}: no picture`),
    ...pictures.filter(name => !worded(name)).map(name => `${name}: no words`),
  ]
}
