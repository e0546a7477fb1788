// Plainer words are held to the rules of easy read in every language that has them, and the rules can fail.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { hardWords } from '../../src/wording/hard.ts'
import { over } from '../fixtures/words.ts'
import {
  type Easy,
  lintIds,
  lintInstrument,
  lintPictures,
  lintScreens,
  lintText,
  type Words,
} from './easy/lint.ts'

const locales = new URL('../../locales/', import.meta.url)
const here = (path: string) => existsSync(new URL(path, locales))
const read = (path: string) => JSON.parse(readFileSync(new URL(path, locales), 'utf8'))
const screens = (tag: string): Words =>
  ['first', 'screens', 'modes', 'gate']
    .filter(name => here(`${tag}/${name}.json`))
    .map(name => read(`${tag}/${name}.json`))
    .reduce(over)

type Meanings = { task: string[]; words: Record<string, { word: string; text: string }> }

const tags = readdirSync(locales).filter(tag => here(`${tag}/easy.json`))
const explained = readdirSync(locales).filter(tag => here(`${tag}/meanings.json`))
const items = evaluation.items.map(item => item.id)

describe.each(tags)('the plainer words in %s', tag => {
  const easy: Easy = read(`${tag}/easy.json`)

  it('say the whole instrument, so that nobody answers less than others do', () => {
    expect(lintInstrument(tag, easy)).toEqual([])
  })

  it('make every screen plain, since instructions that are hard to read stop people too', () => {
    expect(lintScreens(tag, screens(tag), easy.screens)).toEqual([])
  })

  it('stand beside a picture of every statement, and leave no picture to be guessed at', () => {
    const manifest = new URL('../../src/ui/pictures/manifest.json', import.meta.url)
    const drawn = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')))
    expect(lintPictures(drawn, easy, screens(tag))).toEqual([])
  })
})

describe.each(readdirSync(locales).filter(tag => here(`${tag}/heard.json`)))(
  'what has changed in %s',
  tag => {
    const { heard, easy }: { heard: Words; easy: Words } = read(`${tag}/heard.json`)

    it('is told plainly, or people would not know that they were heard', () => {
      // That a leader's words are English is said in every language but English.
      const { english: _, ...read } = heard
      expect(lintScreens(tag, tag === 'en' ? read : heard, easy)).toEqual([])
    })
  },
)

describe.each(explained)('what the hard words mean in %s', tag => {
  const { task, words }: Meanings = read(`${tag}/meanings.json`)

  it('is told in plain words, or it would need telling again', () => {
    const texts = [...task, ...Object.values(words).map(({ text }) => text)]
    expect(texts.flatMap(text => lintText(tag, text))).toEqual([])
  })

  it('is told for the same words as in English, so that no language explains less', () => {
    expect(lintIds(Object.keys(read('en/meanings.json').words), Object.keys(words))).toEqual([])
  })
})

describe('the hard words', () => {
  const { words }: Meanings = read('en/meanings.json')

  it('are looked for in every statement, and each is used', () => {
    expect(lintIds(items, Object.keys(hardWords))).toEqual([])
    expect(lintIds(Object.keys(words), Object.values(hardWords).flat())).toEqual([])
  })

  it('stand in the original as they are explained, so that a person finds the word they see', () => {
    for (const { id, text } of evaluation.items) {
      for (const word of hardWords[id] ?? []) {
        expect(text.toLowerCase(), id).toContain(words[word]?.word.toLowerCase())
      }
    }
  })
})

describe('the linter', () => {
  const easy: Easy = read('en/easy.json')
  const long = 'a b c d e f g h i j k l m n o p.'

  it.each([
    ['en', `It is ${long}`, '18 words'],
    ['en', 'We keep it; nobody sees it.', 'a semicolon'],
    ['ar', 'نعم؛ لا', 'a semicolon'],
    ['en', 'Staff (on the ward) help.', 'a bracket'],
    ['en', 'Well, go on!', 'an exclamation mark'],
    ['en', 'Staff: they help me.', 'a colon'],
    ['en', 'This is VERY safe.', 'all capitals'],
    ['en', 'I ask, and they say, but I go.', 'several ideas'],
    ['en', 'Choose three.', 'a number in letters'],
    ['en', 'It can’t be opened.', 'cannot'],
    ['en', 'I participate.', 'a hard word'],
    ['en', ' ', 'no words'],
    ['pa', `${'ਮੈਂ ਸਟਾਫ਼ ਨਾਲ '.repeat(6)}।`, '18 words'],
    ['ur', `${'میں عملے کے '.repeat(6)}۔`, '18 words'],
  ])('finds what is wrong in %s in “%s”, or its silence would mean nothing', (tag, text, fault) => {
    expect(lintText(tag, text).join()).toContain(fault)
  })

  it.each([
    ['en', 'Change your answer to: {{statement}}'],
    ['en', 'I feel OK. It is {{day}}. Nobody reads this today, and nobody watches.'],
    ['ur', `${'میں عملے کے '.repeat(5)}۔ ${'میں عملے کے '.repeat(5)}۔`],
    ['bn', `${'আমি মনে করি '.repeat(5)}। ${'আমি মনে করি '.repeat(5)}।`],
  ])('lets plain words in %s be: “%s”', (tag, text) => {
    expect(lintText(tag, text)).toEqual([])
  })

  it('misses no statement, answer or group that is gone, and none that is not the instrument’s', () => {
    const { 'eval-23': _, ...rest } = easy.items
    const faults = lintInstrument('en', {
      ...easy,
      items: { ...rest, 'eval-24': 'Staff help me.' },
      choices: {},
      groups: { ...easy.groups, more: 'More' },
    })
    expect(faults).toEqual([
      'choices: not-at-all: missing',
      'choices: sometimes: missing',
      'choices: all-the-time: missing',
      'groups: more: not known',
      'items: eval-23: missing',
      'items: eval-24: not known',
    ])
  })

  it('misses no statement without a picture, and no picture that stands beside nothing', () => {
    const { 'eval-23': _, ...items } = easy.items
    const drawn = [...Object.keys(items), 'calendar', 'calm', 'board-sun', 'board-moon', 'eval-24']
    expect(lintPictures(drawn, easy, screens('en'))).toEqual([
      'eval-23: no picture',
      'board-moon: no words',
      'eval-24: no words',
    ])
  })

  it('looks at what is shown: the plainer words over the standard ones, save for what only staff see', () => {
    const standard = { a: { b: `It is ${long}`, c: 'On {{day}}.' }, shift: { d: `It is ${long}` } }
    expect(lintScreens('en', standard, { a: { b: 'It is short.' } })).toEqual([])
    expect(lintScreens('en', standard, {}).join()).toContain('a.b: 18 words')
    expect(lintScreens('en', standard, { a: { b: 'Short.', c: 'On a day.', d: 'Else.' } })).toEqual([
      'a.c: lost a placeholder',
      'a.d: not known',
    ])
    expect(lintScreens('en', { a: 'Yes.' }, { a: 'Yes.' })).toEqual(['a: the same as the standard words'])
  })
})
