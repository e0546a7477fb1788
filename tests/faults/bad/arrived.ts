// A server with one ward's tablet and one form in its box, and bytes that were that form's envelope before somebody changed them.

import fc from 'fast-check'
import { digest, toBase64, toHex } from '../../../src/envelope/bytes.ts'
import { writeHeader } from '../../../src/envelope/header.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { form } from '../../server/count/room.ts'
import { enrol, type Front, formId, openFront, signIn, type TestTablet } from '../../server/front.ts'

/** A server, a tablet, and the envelope of a form that has arrived. */
export interface Arrived {
  readonly front: Front
  readonly tablet: TestTablet
  readonly whole: Uint8Array<ArrayBuffer>
  /** The form's id. */
  readonly kept: string
}

/** Opens a server and sends one form to it. */
export async function arrive(): Promise<Arrived> {
  const front = await openFront()
  const leader = await signIn(front)
  const tablet = await enrol(front, leader, await leader.addWard('Acute', 'Willow'))
  const { id: key, publicKey } = tablet.enrolled.settings.key
  const header = { ward: tablet.ward, key, slip: toHex(crypto.getRandomValues(new Uint8Array(16))) }
  const kept = formId()
  const whole = await seal(form('sometimes'), { ...header, id: kept }, publicKey)
  await tablet.send({ digest: await digest(whole, crypto.subtle), bytes: toBase64(whole) })
  return { front, tablet, whole, kept }
}

/** Bytes that were an envelope, changed as a disk, a line or somebody's hand changes them. */
export const spoiltOf = (whole: Uint8Array<ArrayBuffer>) =>
  fc.oneof(
    fc
      .record({ at: fc.nat(), bit: fc.nat({ max: 7 }) })
      .map(({ at, bit }) =>
        whole.map((byte, n) => (n === at % Math.min(whole.length, 300) ? byte ^ (1 << bit) : byte)),
      ),
    fc.nat().map(length => whole.slice(0, length % whole.length)),
    fc.uint8Array({ maxLength: 2000 }).map(bytes => new Uint8Array(bytes)),
    fc.uint8Array({ maxLength: 40 }).map(more => new Uint8Array([...whole, ...more, 0])),
    fc
      .record({ version: fc.nat({ max: 255 }), header: fc.json(), length: fc.nat({ max: 65_535 }) })
      .map(({ version, header, length }) => {
        const text = new TextEncoder().encode(header)
        return new Uint8Array([
          0x45,
          0x56,
          version,
          length >> 8,
          length & 255,
          ...text,
          ...new Uint8Array(1617),
        ])
      }),
    fc
      .record({
        ward: fc.constantFrom('elsewhere', '../..', ''),
        key: fc.constantFrom('none', 'x'.repeat(300)),
      })
      .map(more => new Uint8Array([...writeHeader({ id: formId(), ...more }), ...new Uint8Array(1617)])),
  )
