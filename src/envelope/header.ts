// The clear part of an envelope. It names the form, its ward and its key; no answer and no time.
//
//   'E' 'V' | version (1 byte) | header length (2 bytes) | header, JSON in ASCII | encapsulated key (65) | sealed payload
//   └────────────────── associated data of the seal ─────────────────┘
//
// Version 1 has id, ward and key. Version 2 has one thing more: the mark of the slip with which a form can be taken back,
// or that of a form that came on paper. Every form of a tablet has a slip, whether or not the person looked at it.

import { type Bytes, concat, fromUtf8, utf8 } from './bytes.ts'

/**
 * `id`: 32 hex digits made on the tablet. `ward`: the ward's id. `key`: the id of the service's public key. `slip`: the
 * mark of a slip (markOf), 32 hex digits. It is not the slow hash that asks for the form, which nothing here tells.
 */
export interface Header {
  readonly id: string
  readonly ward: string
  readonly key: string
  readonly slip?: string
  readonly paper?: true
}

/** The newest version of an envelope. */
export const NEWEST = 2

/** An envelope that can't be what it should be; the message is for a log, never with its bytes. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError'
  /** Whether a newer version of us may read it: then it waits, and is nobody's mistake. */
  readonly newer: boolean
  constructor(message: string, newer = false) {
    super(message)
    this.newer = newer
  }
}

/** The version of an envelope with this header. */
export const versionOf = ({ slip, paper }: Header): number => (slip !== undefined || paper ? 2 : 1)

/** The clear bytes that an envelope begins with; the seal is bound to them. */
export function writeHeader(header: Header): Bytes {
  const { id, ward, key, slip, paper } = header
  const text = utf8(JSON.stringify({ id, ward, key, slip, paper }))
  return concat(new Uint8Array([0x45, 0x56, versionOf(header), text.length >> 8, text.length & 255]), text)
}

/** The header of an envelope and where the seal begins. Throws EnvelopeError for anything else. */
export function readHeader(envelope: Uint8Array): { header: Header; clear: number } {
  if (envelope[0] !== 0x45 || envelope[1] !== 0x56) throw new EnvelopeError('not an envelope')
  const version = envelope[2] ?? 0
  if (version < 1 || version > NEWEST)
    throw new EnvelopeError(`envelope version ${version}`, version > NEWEST)
  const clear = 5 + (((envelope[3] ?? 0) << 8) | (envelope[4] ?? 0))
  if (clear > 512 || clear >= envelope.length) throw new EnvelopeError('a header longer than the envelope')
  const header = parse(envelope.subarray(5, clear))
  if (versionOf(header) !== version) throw new EnvelopeError('a header of another version')
  return { header, clear }
}

function parse(bytes: Uint8Array): Header {
  let header: Partial<Record<keyof Header, unknown>> | null
  try {
    header = JSON.parse(fromUtf8(bytes))
  } catch {
    throw new EnvelopeError('a header that is no JSON')
  }
  const { id, ward, key, slip, paper } = header ?? {}
  if (typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id)) throw new EnvelopeError('a header without an id')
  if (typeof ward !== 'string' || !/^[\w-]{1,64}$/.test(ward))
    throw new EnvelopeError('a header without a ward')
  if (typeof key !== 'string' || !/^[\w-]{1,64}$/.test(key)) throw new EnvelopeError('a header without a key')
  if (slip !== undefined && (typeof slip !== 'string' || !/^[0-9a-f]{32}$/.test(slip)))
    throw new EnvelopeError('a slip that is none')
  if (paper !== undefined && (paper !== true || slip !== undefined))
    throw new EnvelopeError('a mark of paper that is none')
  return { id, ward, key, ...(slip !== undefined && { slip }), ...(paper && { paper }) }
}
