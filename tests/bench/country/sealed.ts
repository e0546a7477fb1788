// Many envelopes that really open, made quickly: what is slow in a seal is done once a tablet instead of once a form. Never
// a way to seal what anybody has said: all seals of one tablet share a key and a nonce.

import { createCipheriv, createECDH, createHash, randomBytes } from 'node:crypto'
import { type Bytes, concat, pad } from '../../../src/envelope/bytes.ts'
import { writeHeader } from '../../../src/envelope/header.ts'
import { PAYLOAD_SIZE } from '../../../src/envelope/payload.ts'
import { scheduling } from '../../../src/envelope/unseal.ts'
import { native } from '../../../src/server/count/native.ts'
import { invented, seeded } from '../../../src/server/demonstration/people.ts'
import type { Place } from './trust.ts'

/** What waits on a tablet. */
export interface Waiting {
  readonly digest: string
  readonly bytes: Bytes
}

const hex = () => randomBytes(16).toString('hex')

/** What seals so many forms of a place that nobody has seen before; it knows the private keys of all. */
export function sealer(halves: Readonly<Record<string, JsonWebKey>>) {
  const random = seeded(40_000)
  const schedules = Object.fromEntries(
    Object.entries(halves).map(([key, half]) => [key, scheduling(native(half))] as const),
  )
  return ({ ward, key }: Place, many: number): Waiting[] => {
    const enc = new Uint8Array(createECDH('prime256v1').generateKeys())
    const made = schedules[key]?.(enc)
    if (!made) throw new Error('a key that is not here')
    return Array.from({ length: many }, () => {
      const clear = writeHeader({ id: hex(), ward, key, slip: hex() })
      const cipher = createCipheriv('aes-128-gcm', made.key, made.nonce).setAAD(clear)
      const padded = pad(invented(random, { month: '2026-02', change: 0 }), PAYLOAD_SIZE)
      const bytes = concat(clear, enc, cipher.update(padded), cipher.final(), cipher.getAuthTag())
      return { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
    })
  }
}
