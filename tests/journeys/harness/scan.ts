// What somebody with a tablet's whole disk could find: a search of every file for words and bytes, in every usual dress.

import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, inflateSync } from 'node:zlib'
import { log, table } from './leveldb.ts'

/** One thing that was found, and where. */
export interface Found {
  readonly what: string
  readonly file: string
}

/** What is searched for, by a name for it. */
export type Sought = Readonly<Record<string, string | Uint8Array>>

/** Bytes as they are, in two bytes a character, in hex, and in base64 at each of the three places it can begin. */
export function dresses(what: string | Uint8Array): Buffer[] {
  const raw = Buffer.from(what)
  const texts = [raw.toString('hex'), raw.toString('hex').toUpperCase()]
  for (const shift of [0, 1, 2]) {
    // The first and last letters mix with what stands beside; those between are the same in any surroundings.
    const text = Buffer.concat([Buffer.alloc(shift), raw])
      .toString('base64')
      .replaceAll('=', '')
    const inner = text.slice(shift === 0 ? 0 : shift + 1, (raw.length + shift) % 3 === 0 ? undefined : -1)
    texts.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'))
  }
  const plain = typeof what === 'string' ? [Buffer.from(what, 'utf16le')] : []
  const dressed = texts.filter(text => text.length >= 8)
  return [raw, ...plain, ...dressed.flatMap(text => [Buffer.from(text), Buffer.from(text, 'utf16le')])]
}

/** A file's bytes, and whatever they unpack to. */
function layers(name: string, bytes: Buffer): Buffer[] {
  const unpacked = [
    name.endsWith('.ldb') ? () => table(bytes) : undefined,
    name.endsWith('.log') ? () => log(bytes) : undefined,
    bytes[0] === 0x1f && bytes[1] === 0x8b ? () => gunzipSync(bytes) : undefined,
    bytes[0] === 0x78 ? () => inflateSync(bytes) : undefined,
  ]
  const whole = unpacked.flatMap(read => {
    try {
      return read ? [read()] : []
    } catch {
      return []
    }
  })
  return [bytes, ...whole]
}

/** Every file under `folder` that `of` takes, searched for everything sought. */
export async function scan(folder: string, sought: Sought, of = (_name: string) => true): Promise<Found[]> {
  const needles = Object.entries(sought).map(([what, bytes]) => ({ what, forms: dresses(bytes) }))
  const found: Found[] = []
  for (const file of await readdir(folder, { recursive: true })) {
    const path = join(folder, file)
    if (!of(file) || !(await lstat(path).catch(() => undefined))?.isFile()) continue
    const all = layers(file, await readFile(path).catch(() => Buffer.alloc(0)))
    for (const { what, forms } of needles)
      if (all.some(bytes => forms.some(form => bytes.includes(form)))) found.push({ what, file })
  }
  return found
}
