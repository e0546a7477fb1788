// The clear part of an envelope. It names the form, its ward and its key; no answer and no time.
//
//   'E' 'V' | version (1 byte) | header length (2 bytes) | header, JSON in ASCII | encapsulated key (65) | sealed payload
//   └────────────────── associated data of the seal ─────────────────┘

import { type Bytes, concat, fromUtf8, utf8 } from './bytes.ts'

/** `id`: 32 hex digits made on the tablet. `ward`: the ward's id. `key`: the id of the service's public key. */
export interface Header {
  readonly id: string
  readonly ward: string
  readonly key: string
}

export const VERSION = 1

/** An envelope that can't be what it should be; the message is for a log, never with its bytes. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError'
}

/** The clear bytes that an envelope begins with; the seal is bound to them. */
export function writeHeader(header: Header): Bytes {
  const { id, ward, key } = header
  const text = utf8(JSON.stringify({ id, ward, key }))
  return concat(new Uint8Array([0x45, 0x56, VERSION, text.length >> 8, text.length & 255]), text)
}

/** The header of an envelope and where the seal begins. Throws EnvelopeError for anything else. */
export function readHeader(envelope: Uint8Array): { header: Header; clear: number } {
  if (envelope[0] !== 0x45 || envelope[1] !== 0x56) throw new EnvelopeError('not an envelope')
  if (envelope[2] !== VERSION) throw new EnvelopeError(`envelope version ${envelope[2]}`)
  const clear = 5 + (((envelope[3] ?? 0) << 8) | (envelope[4] ?? 0))
  if (clear > 512 || clear >= envelope.length) throw new EnvelopeError('a header longer than the envelope')
  return { header: parse(envelope.subarray(5, clear)), clear }
}

function parse(bytes: Uint8Array): Header {
  let header: Partial<Record<keyof Header, unknown>> | null
  try {
    header = JSON.parse(fromUtf8(bytes))
  } catch {
    throw new EnvelopeError('a header that is no JSON')
  }
  const { id, ward, key } = header ?? {}
  if (typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id)) throw new EnvelopeError('a header without an id')
  if (typeof ward !== 'string' || !/^[\w-]{1,64}$/.test(ward))
    throw new EnvelopeError('a header without a ward')
  if (typeof key !== 'string' || !/^[\w-]{1,64}$/.test(key)) throw new EnvelopeError('a header without a key')
  return { id, ward, key }
}
