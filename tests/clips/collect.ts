// Every sentence of a language that a tablet can be asked to read, from the files that hold its words.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { chapters, type Part } from '../../src/instrument/model.ts'
import { source } from '../../src/instrument/source.ts'
import { keyOf, normal, sentencesOf } from '../../src/speech/sentences.ts'
import { filled, type Strings } from './values.ts'

/** Where the words are. */
export const locales = join(import.meta.dirname, '../../locales')

const files = ['first', 'screens', 'modes', 'gate', 'meanings', 'learn', 'heard', 'standard', 'easy']

/** Screens of staff, the row of buttons that reads, and what only a screen reader says. */
const never = /^(product|shift\.|enrol\.|aloud\.|bar\.name|statement\.bar|review\.changethis|practice\.done)/

/** The sentences by their keys. */
export function sentencesFor(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  const keep = (text: string) => {
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end)
      if (!sentence.includes('{{')) found.set(keyOf(sentence), normal(sentence))
    }
  }
  for (const file of files) {
    const strings = stringsOf(tag, file)
    for (const [key, text] of strings) if (!never.test(key)) filled(tag, key, text, strings).forEach(keep)
  }
  if (tag === 'en') original().forEach(keep)
  // The figures of a ward's telephone numbers.
  for (const figure of '0123456789') keep(figure)
  return found
}

/** The booklet's own words, which no file of words holds. */
const original = (): string[] => [
  evaluation.stem,
  ...evaluation.choices.map(({ label }) => label),
  ...evaluation.items.map(({ text }) => text),
  ...evaluation.groups.map(({ label }) => label),
  source.meaning,
  ...chapters.flatMap(({ over = '', title, parts }) => [over, title, ...parts.flatMap(readOf)]),
]

/** What is read of a part of a page: neither the marks in it nor where it is taken from. */
function readOf(part: Part): string[] {
  if (part.is === 'text') return [part.text.replaceAll('*', '')]
  if (part.is === 'quote') return [`“${part.text}”`]
  if (part.is === 'powers') return part.of.flatMap(({ title, text }) => [title, text])
  if (part.is === 'ideas') return part.of.map(({ text }) => text)
  return part.of.map(text => text.replaceAll('*', ''))
}

function stringsOf(tag: string, file: string): Strings {
  const path = join(locales, tag, `${file}.json`)
  return new Map(existsSync(path) ? flat('', JSON.parse(readFileSync(path, 'utf8'))) : [])
}

function flat(key: string, value: unknown): [string, string][] {
  // What is said more plainly stands under `screens` with the keys of the standard words.
  if (typeof value === 'string') return [[key.replace(/^screens\./, ''), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => flat(key ? `${key}.${name}` : name, inner))
}
