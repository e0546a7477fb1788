// Makes the clips: `node tests/clips.ts [tag…]`, or `names` for the names of the languages. docs/clips.md says when.
// What exists already and is still said is kept; what is no longer said goes.

import { join } from 'node:path'
import { keyOf } from '../src/speech/sentences.ts'
import { languages } from '../src/wording/languages.ts'
import { readBook, writeBook } from './clips/book.ts'
import { locales, sentencesFor } from './clips/collect.ts'
import { heard, plausible } from './clips/frames.ts'
import { clipOf, engine, voices } from './clips/sound.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

interface Wanted {
  readonly key: string
  readonly sentence: string
  readonly voice: string
}

const note = 'computer voice, not checked'

async function make(path: string, voice: string, wanted: readonly Wanted[]): Promise<void> {
  const before = readBook(path)
  const kept = before?.index.engine === engine && before.index.voice === voice ? before.clips : new Map()
  const clips = new Map<string, Uint8Array>()
  const queue = [...wanted]
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      clips.set(next.key, kept.get(next.key) ?? (await clipOf(next.voice, next.sentence)))
  }
  await Promise.all([work(), work()])
  const odd = wanted.filter(({ key, sentence }) => !plausible(sentence, clips.get(key) ?? new Uint8Array()))
  for (const { sentence } of odd) say(`   sounds wrong: ${sentence}`)
  if (odd.length > 0) process.exitCode = 1
  const bytes = writeBook(path, { voice, engine, version: 1, note }, clips)
  const seconds = [...clips.values()].reduce((sum, clip) => sum + heard(clip).seconds, 0)
  const made = [...clips.keys()].filter(key => !kept.has(key)).length
  say(`${path}: ${clips.size} clips, ${made} of them new, ${Math.round(seconds)} s, ${bytes} bytes`)
}

const asked = process.argv.slice(2)
for (const { tag } of languages.filter(one => asked.length === 0 || asked.includes(one.tag))) {
  const voice = voices[tag]
  if (voice === undefined) {
    say(`${tag}: no free synthesiser speaks it; reading only`)
    continue
  }
  const sentences = [...sentencesFor(tag)].map(([key, sentence]) => ({ key, sentence, voice }))
  await make(join(locales, tag, 'clips'), voice, sentences)
}

if (asked.length === 0 || asked.includes('names')) {
  const names = languages.flatMap(({ tag, name }) => {
    const voice = voices[tag]
    return voice === undefined ? [] : [{ key: keyOf(name), sentence: name, voice }]
  })
  await make(join(locales, 'names'), 'each language its own', names)
}
