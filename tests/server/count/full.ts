// A box full of envelopes, made quickly: a few encapsulated keys for all of them, and every id, header and ward its own.

import { createCipheriv, createECDH, hash, randomBytes } from 'node:crypto'
import { concat, pad } from '../../../src/envelope/bytes.ts'
import { writeHeader } from '../../../src/envelope/header.ts'
import { PAYLOAD_SIZE, type Payload } from '../../../src/envelope/payload.ts'
import { scheduling } from '../../../src/envelope/unseal.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { native } from '../../../src/server/count/native.ts'
import { privateKey } from '../../../src/server/keyfiles.ts'
import { currentKey } from '../../../src/server/queries/keys.ts'
import { slipOf } from '../../../src/server/slip.ts'
import { form, type Room } from './room.ts'

/** Which of the three answers a form gives to everything: by its number, so that a count can be held to it. */
const said = ['not-at-all', 'sometimes', 'all-the-time'] as const

const KEYS = 64
const ROWS = 500

/** Seals like a tablet, to the private half's own key: what opens it can't tell. `n` chooses the answer. */
export function sealerFor(
  half: JsonWebKey,
): (header: Parameters<typeof writeHeader>[0], n: number) => Uint8Array<ArrayBuffer> {
  const schedule = scheduling(native(half))
  const seals = Array.from({ length: KEYS }, () => {
    const enc = createECDH('prime256v1').generateKeys()
    return { enc, ...schedule(enc) }
  })
  const padded = said.map(one => pad(form(one) satisfies Payload, PAYLOAD_SIZE))
  return (header, n) => {
    const { enc, key, nonce } = seals[n % KEYS] ?? { enc: Buffer.of(), key: Buffer.of(), nonce: Buffer.of() }
    const clear = writeHeader(header)
    const cipher = createCipheriv('aes-128-gcm', key, nonce)
    cipher.setAAD(clear)
    const sealed = cipher.update(padded[n % 3] ?? new Uint8Array())
    cipher.final()
    return concat(clear, enc, sealed, cipher.getAuthTag())
  }
}

/** Lays so many envelopes into a room's box, from a tablet with slips. */
export async function fill(room: Room, count: number): Promise<void> {
  const { house, organisation, ward, box } = room
  const { id: key } = await currentKey(house.db, organisation, room.service)
  const seal = sealerFor(privateKey(house, key) ?? {})
  await house.db.transaction().execute(async db => {
    for (let at = 0; at < count; at += ROWS) {
      const rows = Array.from({ length: Math.min(ROWS, count - at) }, (_, n) => {
        const header = {
          id: randomBytes(16).toString('hex'),
          ward,
          key,
          slip: randomBytes(16).toString('hex'),
        }
        const bytes = seal(header, at + n)
        const place = { organisation, id: header.id, box, key, arrived_on: '2026-02-10' }
        return { ...place, digest: hash('sha256', bytes), bytes, slip: slipOf(header), paper: null }
      })
      await db.insertInto('envelopes').values(rows).execute()
    }
  })
}

/** Whether a release's figures are those of so many forms of `fill`. */
export const isAll = (body: string, count: number): boolean => {
  const { base, items } = JSON.parse(body)
  const first = items[0].cells
  return (
    base === count &&
    items.length === evaluation.items.length &&
    said.every((one, n) => first[one].forms === Math.floor((count + 2 - n) / 3))
  )
}
