// From a form that has ended to an envelope in the outbox. The only place on a tablet that seals.

import { digest, toHex } from '../envelope/bytes.ts'
import { type Month, toPayload } from '../envelope/payload.ts'
import { seal } from '../envelope/seal.ts'
import type { Form } from '../form/form.ts'
import type { Settings } from '../protocol/tablet.ts'
import type { Sealed } from '../store/records.ts'
import { worded } from '../wording/words.ts'

/**
 * The envelope of an ended form, under an id that nothing else on the tablet knows. `now` is undefined when no server
 * has confirmed the clock since the start. Throws when it can't be sealed.
 */
export async function envelopeOf(
  form: Extract<Form, { state: 'ended' }>,
  { ward, key, envelopes }: Settings,
  now: Date | undefined,
  crypto: Crypto,
): Promise<Sealed> {
  const id = toHex(crypto.getRandomValues(new Uint8Array(16)))
  const { language, manner } = form.sheet
  const wording = await worded(language, manner.words)
  // Settings that an earlier version stored do not say what the server takes.
  const version = (envelopes ?? 1) < 2 ? 1 : 2
  const payload = toPayload(form.sheet, form.end, wording, now ? monthOf(now) : 'unsure', version)
  const bytes = await seal(payload, { id, ward: ward.id, key: key.id }, key.publicKey)
  return { digest: await digest(bytes, crypto.subtle), id, key: key.id, bytes }
}

function monthOf(date: Date): Month {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}` as Month
}
