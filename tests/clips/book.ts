// A book of clips on disk: one file of sound and its index beside it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** What the index says: whose voice it is, that nobody has checked it, and where each clip is in the sound, in bytes. */
export interface Index {
  readonly voice: string
  readonly engine: string
  readonly version: number
  readonly note: string
  readonly clips: Readonly<Record<string, readonly [start: number, length: number]>>
}

export interface Made {
  readonly index: Index
  readonly clips: ReadonlyMap<string, Uint8Array>
}

/** The book at a path without its ending; undefined where there is none. */
export function readBook(path: string): Made | undefined {
  if (!existsSync(`${path}.json`) || !existsSync(`${path}.mp3`)) return undefined
  const index: Index = JSON.parse(readFileSync(`${path}.json`, 'utf8'))
  const sound = readFileSync(`${path}.mp3`)
  const cut = Object.entries(index.clips).map(
    ([key, [start, length]]) => [key, sound.subarray(start, start + length)] as const,
  )
  return { index, clips: new Map(cut) }
}

/** Writes a book, its clips in the order of their keys, so that the same clips are the same bytes. */
export function writeBook(path: string, about: Omit<Index, 'clips'>, clips: Made['clips']): number {
  let start = 0
  const sorted = [...clips].sort(([one], [other]) => (one < other ? -1 : 1))
  const places = sorted.map(([key, { length }]) => {
    const line = `    ${JSON.stringify(key)}: [${start}, ${length}]`
    start += length
    return line
  })
  const head = Object.entries(about).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`)
  writeFileSync(`${path}.json`, `{\n${head.join('')}  "clips": {\n${places.join(',\n')}\n  }\n}\n`)
  writeFileSync(`${path}.mp3`, Buffer.concat(sorted.map(([, clip]) => clip)))
  return start
}
