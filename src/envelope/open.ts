// Opening an envelope. Called in one place on the server, by a count.

import * as v from 'valibot'
import type { Instrument } from '../instrument/instrument.ts'
import { unpad } from './bytes.ts'
import { EnvelopeError, readHeader } from './header.ts'
import type { Payload } from './payload.ts'
import { ENC_SIZE } from './suite.ts'
import { type Engine, scheduling } from './unseal.ts'

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
  open(envelope: Uint8Array): Payload
}

/** An opener for the private key that an engine holds. */
export function opener(engine: Engine, instruments: readonly Instrument[]): Opener {
  const schedule = scheduling(engine)
  const unseal = (envelope: Uint8Array, clear: number): Uint8Array => {
    const sealed = clear + ENC_SIZE
    const { key, nonce } = schedule(envelope.subarray(clear, sealed))
    return engine.decrypt(key, nonce, envelope.subarray(sealed), envelope.subarray(0, clear))
  }
  return {
    open(envelope) {
      const { clear } = readHeader(envelope)
      const padded = attempt(() => unseal(envelope, clear))
      if (padded === undefined) throw new EnvelopeError('it does not open')
      return check(padded, instruments)
    },
  }
}

function check(padded: Uint8Array, instruments: readonly Instrument[]): Payload {
  const payload = v.safeParse(
    shape,
    attempt(() => unpad(padded)),
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

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
