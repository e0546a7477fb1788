// Nothing but words differs between languages: the same keys, the same gaps, plurals by CLDR, and a face that can draw them.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { direction, languages as onTablet } from '../../src/wording/languages.ts'
import { languages, wordings } from '../../src/wording/provenance.ts'
import { original } from '../../src/wording/words.ts'
import { type File, files, filesOf, flat, late, read, said, tongues } from './tongues.ts'

/** One line of evidence: the words, what they say in English, and what became of them where the two differed. */
interface Back {
  readonly of?: string
  readonly back?: string
  readonly now?: string
  readonly why?: string
}

const English: Record<File, string[]> = {
  ...(Object.fromEntries([...files, ...late].map(file => [file, [...said('en', file).keys()]])) as Record<
    File,
    string[]
  >),
  standard: [
    'stem',
    ...evaluation.choices.map(({ code }) => `choices.${code}`),
    ...evaluation.groups.map(({ id }) => `groups.${id}`),
    ...evaluation.items.map(({ id }) => `items.${id}`),
  ],
}
const plural = /_(zero|one|two|few|many|other)$/
const kind = (key: string) => key.replace(plural, '')
const gaps = (words: string) => [...words.matchAll(/\{\{\s*\w+\s*\}\}/g)].map(String).sort()

/** What is wrong with a language's keys in one file. */
function faults(
  tag: string,
  file: File,
  own: ReadonlyMap<string, string>,
  english: readonly string[],
): string[] {
  const wanted = new Set(english.map(kind))
  const given = new Set([...own.keys()].map(kind))
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  const counted = [...new Set(english.filter(key => plural.test(key)).map(kind))]
  // The overlay of the easy words may say more of its screens plainly than English does.
  const may = (key: string) =>
    key.startsWith('screens.') ? file === 'easy' : file === 'heard' && key.startsWith('easy.')
  return [
    ...[...wanted].filter(key => !given.has(key)).map(key => `missing: ${key}`),
    ...[...given].filter(key => !wanted.has(key) && !may(key)).map(key => `extra: ${key}`),
    ...counted.flatMap(key =>
      forms.filter(form => !own.has(`${key}_${form}`)).map(form => `no plural: ${key}_${form}`),
    ),
    ...[...own].filter(([, words]) => words.trim() === '').map(([key]) => `empty: ${key}`),
  ]
}

/** The gaps that a language lost or made up. A plural may spell its number as a word. */
function lost(tag: string, file: File): string[] {
  const english = said('en', file)
  return [...said(tag, file)].flatMap(([key, words]) => {
    const source = english.get(key) ?? english.get(`${kind(key)}_other`)
    if (source === undefined) return []
    const counts = (gap: string) => plural.test(key) && gap === '{{count}}'
    const before = gaps(source).filter(gap => !counts(gap))
    const after = gaps(words).filter(gap => !counts(gap))
    return before.join() === after.join() ? [] : [`${key}: ${words}`]
  })
}

/** What may be the same as in English: names, and words that a language has taken over. */
const shared =
  /^(Equal Voice|Stop\.?|Help|Start|Staff|staff|Brown|brown|Calm|Switch|Tablet|Normal|Standard|control|Respect|Respekt|Partner|[\W\d]*|(\{\{\w+\}\}\W*)+)$/u

/** The English words that a key stands for, whichever file says them. */
function english(file: File, key: string): string | undefined {
  if (file === 'standard') return flat(original).find(([name]) => name === key)?.[1]
  const own = said('en', file).get(key)
  const screen = key.replace(/^screens\./, '')
  const plain = ['first', 'screens', 'modes', 'gate'] as const
  return own ?? (file === 'easy' ? plain.map(one => said('en', one).get(screen)).find(Boolean) : undefined)
}

const untranslated = (tag: string, file: File): string[] =>
  [...said(tag, file)]
    .filter(([key, words]) => english(file, key) === words && !shared.test(words))
    .map(([key, words]) => `${key}: ${words}`)

const require = createRequire(import.meta.url)
const face = (name: string, part: string): Font => {
  const file = require.resolve(`@fontsource-variable/${name}/files/${name}-${part}-wght-normal.woff2`)
  return create(readFileSync(file))
}
const faces: Record<string, () => Font[]> = {
  Latn: () => [],
  Cyrl: () => [face('noto-sans', 'cyrillic'), face('noto-sans', 'cyrillic-ext')],
  Guru: () => [face('noto-sans-gurmukhi', 'gurmukhi')],
  Beng: () => [face('noto-sans-bengali', 'bengali')],
  Gujr: () => [face('noto-sans-gujarati', 'gujarati')],
  Arab: () => [face('noto-sans-arabic', 'arabic')],
  Nastaliq: () => [face('noto-nastaliq-urdu', 'arabic')],
}
const latin = ['latin', 'latin-ext'].map(part => face('atkinson-hyperlegible-next', part))

describe.each(tongues)('%s', tag => {
  it.each(filesOf(tag))(
    'has every key of its %s words and no other, so that no screen speaks English by accident',
    file => {
      expect(read(tag, file), `${tag}/${file}.json`).toBeDefined()
      expect(faults(tag, file, said(tag, file), English[file])).toEqual([])
    },
  )

  it.each(filesOf(tag))('keeps every gap of its %s words, so that a number or a name is never lost', file => {
    expect(lost(tag, file)).toEqual([])
  })

  it.each(filesOf(tag))('leaves nothing of its %s words in English', file => {
    expect(untranslated(tag, file)).toEqual([])
  })

  it('has a glyph in the bundled faces for every letter, so that nobody reads empty boxes', () => {
    const script = tag === 'ur' ? 'Nastaliq' : (languages.find(one => one.language === tag)?.script ?? '')
    const drawn = [...latin, ...(faces[script]?.() ?? [])]
    const all = [
      ...filesOf(tag).flatMap(file => [...said(tag, file).values()]),
      ...flat(read(tag, 'months')).map(String),
    ]
    const letters = new Set(all.flatMap(words => [...words]))
    const missing = [...letters].filter(
      letter =>
        !/\s|[\u200c-\u200f\u2066-\u2069]/.test(letter) &&
        !drawn.some(font => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    )
    expect(missing).toEqual([])
  })

  it.each(late)('brings its %s words with its pack, so that what was translated is seen', file => {
    const pack = readFileSync(new URL(`../../locales/${tag}/pack.ts`, import.meta.url), 'utf8')
    expect(pack.includes(`as ${file} }`)).toBe(read(tag, file) !== undefined)
  })

  it('keeps its back-translation beside it, of every word, as evidence', () => {
    const back = read(tag, 'back') as Record<string, Record<string, Back>>
    for (const file of filesOf(tag)) {
      for (const [key, words] of said(tag, file)) {
        const { of, back: english, now, why } = back[file]?.[key] ?? {}
        expect(english, `${file}: ${key}`).toBeTruthy()
        // What was changed after it was translated back says so, and why.
        expect(now ?? of, `${file}: ${key} has changed since it was translated back`).toBe(words)
        expect(now === undefined || why, `${file}: ${key}`).toBeTruthy()
      }
    }
  })
})

it('knows on the tablet what each language is called and which way it is read', () => {
  expect(onTablet.map(({ tag, name }) => [tag, name, direction(tag)])).toEqual(
    languages.map(({ language, name, direction }) => [language, name, direction]),
  )
})

it('calls no translation approved that nobody on a ward has checked', () => {
  for (const { wording } of wordings) {
    if (wording.state === 'original') continue
    const checked = wording.steps.some(({ step }) => step === 'debriefed' || step === 'approved')
    expect(checked || wording.state === 'draft', wording.id).toBe(true)
  }
})

it('notices a statement that was left in English', () => {
  expect(english('standard', 'items.eval-05')).toBe('I feel valued')
  expect(english('easy', 'screens.stop.title')).toBe('You have stopped')
})

describe('the check of keys itself', () => {
  const own = new Map([
    ['a', 'x'],
    ['n_one', 'x'],
  ])
  it.each([
    ['a missing key', ['a', 'b'], 'missing: b'],
    ['an extra key', ['n_one', 'n_other'], 'extra: a'],
    ['a lost plural', ['a', 'n_one', 'n_other'], 'no plural: n_few'],
  ])('catches %s', (_, english, fault) => {
    expect(faults('pl', 'modes', own, english)).toContain(fault)
  })

  it('reads nested words', () => {
    expect(flat({ a: { b: 'x' }, c: ['y'] })).toEqual([
      ['a.b', 'x'],
      ['c.0', 'y'],
    ])
  })
})
