// From a form that has ended to an envelope in the outbox. The only place on a tablet that seals.

import { digest, toHex } from '../envelope/bytes.ts'
import { type Month, toPayload } from '../envelope/payload.ts'
import { seal } from '../envelope/seal.ts'
import { markOf, newSlip, slipHash } from '../envelope/slip.ts'
import type { Form } from '../form/form.ts'
import type { Settings } from '../protocol/tablet.ts'
import type { Sealed } from '../store/records.ts'
import { worded } from '../wording/words.ts'

/** An envelope, and the six pictures with which the form in it can be taken back: nothing but memory ever holds them. */
export interface HandedOver {
  readonly envelope: Sealed
  readonly taps: readonly number[] | undefined
}

/**
 * The envelope of an ended form, under an id that nothing else on the tablet knows. `now` is undefined when no server
 * has confirmed the clock since the start. Throws when it can't be sealed.
 */
export async function envelopeOf(
  form: Extract<Form, { state: 'ended' }>,
  { ward, key, envelopes }: Settings,
  now: Date | undefined,
  crypto: Crypto,
): Promise<HandedOver> {
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const id = toHex(random(16))
  const { language, manner } = form.sheet
  const wording = await worded(language, manner.words)
  // Settings that an earlier version stored do not say what the server takes.
  const version = (envelopes ?? 1) < 2 ? 1 : 2
  const payload = toPayload(form.sheet, form.end, wording, now ? monthOf(now) : 'unsure', version)
  // Every form has a slip, whether or not anybody looks at it: so no header tells who thought of taking theirs back.
  const taps = version < 2 ? undefined : newSlip(random)
  const slip = taps && { slip: await markOf(await slipHash(taps, ward.id, crypto.subtle), crypto.subtle) }
  const bytes = await seal(payload, { id, ward: ward.id, key: key.id, ...slip }, key.publicKey)
  return { envelope: { digest: await digest(bytes, crypto.subtle), id, key: key.id, bytes, ...slip }, taps }
}

function monthOf(date: Date): Month {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}` as Month
}
