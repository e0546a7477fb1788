// Envelopes as tablets send them: sealed bytes of real size, each with an id of its own, made before anything is timed.

import { createHash, randomBytes } from 'node:crypto'
import type { Bytes } from '../../../src/envelope/bytes.ts'
import { writeHeader } from '../../../src/envelope/header.ts'
import { SEALED_SIZE } from '../../../src/envelope/payload.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { form } from '../../server/count/room.ts'

/** What a tablet knows of where it stands. */
export interface Place {
  readonly ward: string
  readonly key: string
}

export interface Envelope {
  readonly id: string
  readonly slip: string
  readonly digest: string
  readonly bytes: Bytes
}

/** So many seals are made; nobody opens them here, so that more envelopes have the same ones behind headers of their own. */
const SEALS = 500

/** The sealed parts of real envelopes, made once for a run. */
export async function sealed(): Promise<readonly Bytes[]> {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  const point = Buffer.from(await crypto.subtle.exportKey('raw', publicKey)).toString('base64url')
  const seals: Bytes[] = []
  for (let n = 0; n < SEALS; n += 1) {
    const header = { id: hex(16), ward: hex(16), key: hex(16), slip: hex(16) }
    seals.push((await seal(form('sometimes'), header, point)).slice(-SEALED_SIZE))
  }
  return seals
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** So many envelopes of a place that nobody has seen before. */
export function envelopes(seals: readonly Bytes[], { ward, key }: Place, many: number): Envelope[] {
  return Array.from({ length: many }, (_, n) => {
    const [id, slip] = [hex(16), hex(16)]
    const bytes = new Uint8Array([
      ...writeHeader({ id, ward, key, slip }),
      ...(seals[n % seals.length] ?? []),
    ])
    return { id, slip, bytes, digest: createHash('sha256').update(bytes).digest('hex') }
  })
}
