// Each further language as a pack: its words, faces and clips with their hashes, so that a tablet holds it whole or not at all.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A file of a pack; `bytes` as it lies on the tablet. */
interface File {
  readonly url: string
  readonly integrity: string
  readonly bytes: number
}

/** The face that a language needs beside the usual one, by the beginning of its file's name. */
export const faces: Readonly<Record<string, string>> = {
  ar: 'noto-sans-arabic-',
  bn: 'noto-sans-bengali-',
  gu: 'noto-sans-gujarati-',
  pa: 'noto-sans-gurmukhi-',
  uk: 'noto-sans-cyrillic-',
  ur: 'noto-nastaliq-urdu-',
}

/** SHA-384 of a built file, as a browser wants it. */
export const integrityOf = (bytes: Uint8Array): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/** The language of a file that is in a pack; undefined for one that every tablet needs. */
const tagOf = (name: string): string | undefined => {
  const tag = /^(?:lang|clips)-([a-z]{2})-/.exec(name)?.[1]
  if (tag) return tag === 'en' ? undefined : tag
  return Object.keys(faces).find(one => name.startsWith(faces[one] ?? ' '))
}

/** Whether a built file belongs to a further language's pack, so that only wards that want it fetch it. */
export const isPacked = (url: string): boolean => tagOf(url.replace(/^\/?assets\//, '')) !== undefined

/** Every pack of a build by its language. A language without words is no language, whatever else there is of it. */
function packsOf(dist: string): Record<string, { bytes: number; files: File[] }> {
  const packs: Record<string, { bytes: number; files: File[] }> = {}
  const names = readdirSync(join(dist, 'assets')).sort()
  const spoken = new Set(names.filter(name => name.startsWith('lang-')).map(tagOf))
  for (const name of names) {
    const tag = tagOf(name)
    if (!tag || !spoken.has(tag)) continue
    const content = readFileSync(join(dist, 'assets', name))
    const file = { url: `/assets/${name}`, integrity: integrityOf(content), bytes: content.length }
    packs[tag] ??= { bytes: 0, files: [] }
    packs[tag].bytes += file.bytes
    packs[tag].files.push(file)
  }
  return packs
}

/** Writes packs.json beside the built files. */
export const packs: Plugin = {
  name: 'packs',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    writeFileSync(join(dir, 'packs.json'), JSON.stringify(packsOf(dir)))
  },
}
