// Opening an envelope. Called in one place on the server, by a count.

import * as v from 'valibot'
import type { Instrument } from '../instrument/instrument.ts'
import { type Bytes, unpad } from './bytes.ts'
import { EnvelopeError, readHeader } from './header.ts'
import type { Payload } from './payload.ts'
import { ENC_SIZE, INFO, suite } from './suite.ts'

const given = v.nullable(v.picklist(['not-at-all', 'sometimes', 'all-the-time', 'skipped']))

const inside = {
  instrument: v.strictObject({ id: v.string(), version: v.string() }),
  wording: v.strictObject({ id: v.string(), version: v.string() }),
  language: v.pipe(v.string(), v.regex(/^[A-Za-z-]{2,35}$/)),
  manner: v.strictObject({
    words: v.picklist(['standard', 'easy']),
    size: v.picklist(['normal', 'large', 'larger', 'largest']),
    aloud: v.boolean(),
    calm: v.boolean(),
    theme: v.optional(v.picklist(['light', 'dark', 'contrast'])),
    switches: v.optional(v.picklist(['one', 'two', 'partner'])),
  }),
  helper: v.picklist(['nobody', 'advocate', 'interpreter', 'peer', 'family', 'staff', 'other']),
  given: v.array(given),
  topics: v.pipe(v.array(v.string()), v.maxLength(3)),
  end: v.picklist(['finished', 'stopped']),
  month: v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}|unsure)$/)),
}

/** Every version that a tablet ever sealed. */
const shape = v.variant('v', [
  v.strictObject({ v: v.literal(1), ...inside }),
  v.strictObject({
    v: v.literal(2),
    ...inside,
    resumed: v.picklist(['never', 'with-pictures', 'without-pictures']),
  }),
])

/** Opens envelopes sealed to one private key. */
export interface Opener {
  /** The payload inside. Throws EnvelopeError if it does not open or is not a form of the instrument. */
  open(envelope: Bytes): Promise<Payload>
}

/** An opener for a private key in JWK form. Throws if it is no P-256 private key. */
export async function opener(privateKey: JsonWebKey, instruments: readonly Instrument[]): Promise<Opener> {
  const recipientKey = await suite.kem.importKey('jwk', privateKey, false)
  return {
    async open(envelope) {
      const { clear } = readHeader(envelope)
      const enc = envelope.slice(clear, clear + ENC_SIZE)
      const sealed = envelope.slice(clear + ENC_SIZE)
      const aad = envelope.slice(0, clear)
      const padded = await suite
        .open({ recipientKey, enc, info: INFO }, sealed, aad)
        .catch(() => Promise.reject(new EnvelopeError('it does not open')))
      return check(padded, instruments)
    },
  }
}

function check(padded: ArrayBuffer, instruments: readonly Instrument[]): Payload {
  const payload = v.safeParse(
    shape,
    attempt(() => unpad(new Uint8Array(padded))),
  )
  if (!payload.success) throw new EnvelopeError('what is inside is no form')
  const { instrument, given, topics } = payload.output
  const known = instruments.find(one => one.id === instrument.id && one.version === instrument.version)
  if (!known) throw new EnvelopeError('a form of an unknown instrument')
  if (given.length !== known.items.length) throw new EnvelopeError('a form of another length')
  const strange = topics.some(topic => !known.items.some(item => item.id === topic))
  if (strange || new Set(topics).size !== topics.length)
    throw new EnvelopeError('topics that are no statements')
  return payload.output as Payload
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
