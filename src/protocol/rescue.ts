// A rescue file: sealed envelopes on their way by hand, where there is never any signal. It is as safe as they are:
// nobody can open one on the way. Its envelopes stand in the order of their digests, which tells nothing.
//
//   { kind, version, ward, tablet, envelopes: [{ digest, bytes (base64url) }], sum }
//
// Each digest is SHA-256 of the bytes of its envelope; `sum` is one over everything else, so that an envelope that is
// missing is noticed. `tablet` is missing in files of earlier versions. What is whole in a file that was damaged is taken all the same.

import * as v from 'valibot'
import { type Bytes, digest, fromBase64, toBase64, utf8 } from '../envelope/bytes.ts'
import { EnvelopeError, type Header, readHeader } from '../envelope/header.ts'

const KIND = 'equal-voice rescue'
const VERSION = 1

/** Characters of a rescue file at most: some 25,000 envelopes. */
const MOST_RESCUED = 64_000_000

const file = v.object({
  ward: v.string(),
  tablet: v.optional(v.pipe(v.string(), v.maxLength(64))),
  envelopes: v.array(v.unknown()),
  sum: v.optional(v.unknown()),
})
const entry = v.object({ digest: v.string(), bytes: v.string() })
type Entry = v.InferOutput<typeof entry>

/** An envelope that came whole; its header says whose it is, its digest is of these very bytes. */
export interface Rescued {
  readonly digest: string
  readonly bytes: Bytes
  readonly header: Header
}

/** Why one envelope of a file can't be taken: its bytes are not what they were, are none, or are too new for us. */
export type Unrescued = 'damaged' | 'no-envelope' | 'newer'

/**
 * What a file holds. 'no-rescue': it is another file, or too much of it is gone. `complete` is false when something is
 * missing from it or was changed on the way.
 */
export type Rescue =
  | { readonly is: 'no-rescue' }
  | { readonly is: 'newer' }
  | {
      readonly is: 'rescue'
      /** The id of the ward that it was made on; each envelope names its own. */
      readonly ward: string
      /** The id of the tablet that it was made on, where it says so. */
      readonly tablet?: string
      readonly envelopes: readonly Rescued[]
      readonly unreadable: readonly Unrescued[]
      readonly complete: boolean
    }

const bytesOf = (bytes: unknown) => (bytes instanceof Uint8Array ? bytes : new Uint8Array())

const sumOf = (version: number, ward: string, entries: readonly Entry[], subtle: SubtleCrypto) =>
  digest(utf8(JSON.stringify([KIND, version, ward, entries.map(one => one.digest)])), subtle)

/** The text of a rescue file. Throws nothing; the envelopes are as they lie on the tablet: one without bytes is read as damaged. */
export async function writeRescue(
  ward: string,
  envelopes: readonly { readonly digest: string; readonly bytes: Bytes }[],
  subtle: SubtleCrypto,
  tablet?: string,
): Promise<string> {
  const entries = envelopes
    .map(one => ({ digest: one.digest, bytes: toBase64(bytesOf(one.bytes)) }))
    .sort((one, other) => (one.digest < other.digest ? -1 : 1))
  const sum = await sumOf(VERSION, ward, entries, subtle)
  return JSON.stringify({ kind: KIND, version: VERSION, ward, tablet, envelopes: entries, sum }, undefined, 1)
}

/** Reads whatever somebody chose as a rescue file. Never throws: what can't be read is said. */
export async function readRescue(text: string, subtle: SubtleCrypto): Promise<Rescue> {
  if (text.length > MOST_RESCUED) return { is: 'no-rescue' }
  const found = parse(text)
  if (found?.kind !== KIND || typeof found.version !== 'number') return { is: 'no-rescue' }
  if (found.version > VERSION) return { is: 'newer' }
  const parsed = v.safeParse(file, found)
  if (!parsed.success) return { is: 'no-rescue' }
  const { ward, tablet, envelopes: all, sum } = parsed.output
  const entries = all.map(one => v.safeParse(entry, one)).flatMap(one => (one.success ? [one.output] : []))
  const read = await Promise.all(entries.map(one => open(one, subtle)))
  const unreadable = read.filter(one => typeof one === 'string')
  const missing = all.slice(entries.length).map(() => 'damaged' as const)
  return {
    is: 'rescue',
    ward,
    ...(tablet !== undefined && { tablet }),
    envelopes: read.filter(one => typeof one !== 'string'),
    unreadable: [...unreadable, ...missing],
    complete: missing.length === 0 && sum === (await sumOf(found.version, ward, entries, subtle)),
  }
}

function parse(text: string): { kind?: unknown; version?: unknown } | undefined {
  try {
    // A file that went through a mailer may begin with a mark of its encoding.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

async function open(one: Entry, subtle: SubtleCrypto): Promise<Rescued | Unrescued> {
  try {
    const bytes = fromBase64(one.bytes)
    if ((await digest(bytes, subtle)) !== one.digest) return 'damaged'
    return { digest: one.digest, bytes, header: readHeader(bytes).header }
  } catch (error) {
    if (!(error instanceof EnvelopeError)) return 'damaged'
    return error.newer ? 'newer' : 'no-envelope'
  }
}
