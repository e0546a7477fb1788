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

interface Needle {
  readonly what: string
  readonly form: Buffer
}

/** Which of many needles stand in the bytes, in one reading of them. */
type Search = (bytes: Buffer) => Set<string>

/** Bytes by which a needle is first noticed; none is shorter. */
const NOTICED = 4

/** A place in a small table for four bytes. */
const placeOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> 16

/** Ten thousand needles in a profile of many megabytes: each place is looked at once, not once a needle. */
function searchFor(needles: readonly Needle[]): Search {
  const may = new Uint8Array(1 << 16)
  const by = new Map<number, Needle[]>()
  for (const needle of needles) {
    if (needle.form.length < NOTICED) throw new RangeError(`${needle.what} is too short to be searched for`)
    const four = needle.form.readUInt32BE(0)
    may[placeOf(four)] = 1
    by.set(four, [...(by.get(four) ?? []), needle])
  }
  return bytes => {
    const found = new Set<string>()
    let four = 0
    for (let end = 0; end < bytes.length; end += 1) {
      four = ((four << 8) | (bytes[end] ?? 0)) >>> 0
      const start = end - NOTICED + 1
      if (start < 0 || !may[placeOf(four)]) continue
      for (const { what, form } of by.get(four) ?? [])
        if (!found.has(what) && bytes.subarray(start, start + form.length).equals(form)) found.add(what)
    }
    return found
  }
}

/** Every file under `folder` that `of` takes, searched for everything sought. */
export async function scan(folder: string, sought: Sought, of = (_name: string) => true): Promise<Found[]> {
  const names = Object.keys(sought)
  const search = searchFor(
    Object.entries(sought).flatMap(([what, bytes]) => dresses(bytes).map(form => ({ what, form }))),
  )
  const found: Found[] = []
  for (const file of await readdir(folder, { recursive: true })) {
    const path = join(folder, file)
    if (!of(file) || !(await lstat(path).catch(() => undefined))?.isFile()) continue
    const all = layers(file, await readFile(path).catch(() => Buffer.alloc(0)))
    const here = new Set(all.flatMap(bytes => [...search(bytes)]))
    found.push(...names.filter(what => here.has(what)).map(what => ({ what, file })))
  }
  return found
}
