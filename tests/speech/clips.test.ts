// The clips on disk: every sentence has one that can be true, and a language without them is called reading only.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../../src/speech/sentences.ts'
import { languages } from '../../src/wording/languages.ts'
import { readBook } from '../clips/book.ts'
import { locales, sentencesFor } from '../clips/collect.ts'
import { plausible } from '../clips/frames.ts'
import { voices } from '../clips/sound.ts'

const aloud = (tag: string): string =>
  JSON.parse(readFileSync(join(locales, tag, 'wording.json'), 'utf8')).aloud

/** A language whose words are not all here yet has nothing to read. */
const worded = languages.filter(({ tag }) => tag === 'en' || existsSync(join(locales, tag, 'standard.json')))
const read = worded.filter(({ tag }) => aloud(tag) === 'computer')

describe.each(read)('what a tablet reads aloud in $name', ({ tag }) => {
  const book = readBook(join(locales, tag, 'clips'))
  const sentences = sentencesFor(tag)

  it('has a clip for every sentence, because a voice that skips words can’t be trusted', () => {
    const without = [...sentences].filter(([key]) => !book?.clips.has(key)).map(([, sentence]) => sentence)
    expect(without, `run: node tests/clips.ts ${tag}`).toEqual([])
  })

  it('has no clip that nothing says any more', () => {
    expect([...(book?.clips.keys() ?? [])].filter(key => !sentences.has(key))).toEqual([])
  })

  it('sounds for as long as its words take, each clip by itself', () => {
    const odd = [...(book?.clips ?? [])].filter(([key, clip]) => !plausible(sentences.get(key) ?? '', clip))
    expect(odd.map(([key]) => sentences.get(key))).toEqual([])
  })

  it('says of itself that a computer speaks and that nobody has checked it', () => {
    expect(book?.index.note).toBe('computer voice, not checked')
  })
})

describe('a language without complete sound', () => {
  it('is called reading only, and has no clips that would promise more', () => {
    for (const { tag } of worded.filter(({ tag }) => aloud(tag) !== 'computer')) {
      expect(aloud(tag)).toBe('none')
      expect(readBook(join(locales, tag, 'clips'))).toBeUndefined()
    }
  })

  it('is one that no free synthesiser speaks', () => {
    for (const { tag } of languages) expect(aloud(tag)).toBe(tag in voices ? 'computer' : 'none')
  })
})

describe('the names of the languages', () => {
  const book = readBook(join(locales, 'names'))

  it('can be heard wherever the language can be read aloud', () => {
    for (const { tag, name } of languages) {
      const clip = book?.clips.get(keyOf(name))
      expect(clip !== undefined && plausible(name, clip)).toBe(tag in voices)
    }
  })
})
