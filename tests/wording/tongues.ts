// The word files of every language, flat: a key such as screens:stop.title, and what it says.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../locales')

/** The files of words, in the order in which they are read. */
export const files = ['first', 'screens', 'modes', 'gate', 'meanings', 'standard', 'easy'] as const

/** Words of pages that a language may have later: until then they are English on its screens, and marked so. */
export const late = ['heard', 'learn'] as const
export type File = (typeof files | typeof late)[number]

/** The tags of the languages that have words of their own beside the original. */
export const tongues = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name)

/** A file of a language as it stands; undefined where there is none. */
export function read(tag: string, file: string): unknown {
  const path = join(root, tag, `${file}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/** The files of words that a language has, or must have. */
export const filesOf = (tag: string): readonly File[] => [
  ...files,
  ...late.filter(file => read(tag, file) !== undefined),
]

/** Nested words as pairs of a dotted key and its words. */
export function flat(words: unknown, under = ''): [string, string][] {
  if (typeof words === 'string') return [[under, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => flat(value, under ? `${under}.${key}` : key))
}

/** What a language says, by file and key. */
export const said = (tag: string, file: File): Map<string, string> => new Map(flat(read(tag, file)))
