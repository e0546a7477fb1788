// From a form that has ended to an envelope in the outbox. The only place on a tablet that seals.

import { digest, toHex } from '../envelope/bytes.ts'
import { type Month, type Payload, toPayload } from '../envelope/payload.ts'
import type { Form } from '../form/form.ts'
import type { Settings } from '../protocol/tablet.ts'
import type { Sealed } from '../store/records.ts'

/** What sealing needs from outside; `month` is 'unsure' when no server has confirmed the clock since the start. */
export interface SealWith {
  readonly wording: Payload['wording']
  readonly month: Month
  readonly settings: Settings
  readonly crypto: Crypto
}

/** The envelope of an ended form, under an id that nothing else on the tablet knows. Throws when it can't be sealed. */
export async function envelopeOf(
  form: Extract<Form, { state: 'ended' }>,
  { wording, month, settings, crypto }: SealWith,
): Promise<Sealed> {
  // Loaded here, so that the first screen does not wait for what only the last one needs.
  const { seal } = await import('../envelope/seal.ts')
  const id = toHex(crypto.getRandomValues(new Uint8Array(16)))
  const { ward, key } = settings
  const payload = toPayload(form.sheet, form.end, wording, month)
  const bytes = await seal(payload, { id, ward: ward.id, key: key.id }, key.publicKey)
  return { digest: await digest(bytes, crypto.subtle), id, key: key.id, bytes }
}

/** The month of a local date. */
export const monthOf = (date: Date): Month => {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}` as Month
}
