// A rescue file brought in at the office: read and checked here, before anything of it is sent, and sent in parts.

import { toBase64 } from '../envelope/bytes.ts'
import type { RescueRequest } from '../protocol/office.ts'
import { readRescue } from '../protocol/rescue.ts'
import type { Receipt } from '../protocol/tablet.ts'
import type { Brought, Going } from './office.ts'
import type { Outcome } from './outcome.ts'

/** Envelopes in one part: soon answered, so that it is seen to go on and soon stopped. */
const PART = 100

type Send = (part: RescueRequest) => Promise<Outcome<readonly Receipt[]>>

/**
 * Sends what is whole in the text of a rescue file, one part after the other, until it is stopped. What arrived stays there;
 * the same file may be brought in again, and what is there already is then a duplicate, and counts once.
 */
export async function bringIn(
  text: string,
  send: Send,
  crypto: Crypto,
  going?: Going,
): Promise<Outcome<Brought>> {
  const rescue = await readRescue(text, crypto.subtle)
  if (rescue.is !== 'rescue') return { done: true, value: rescue }
  const { envelopes, unreadable, complete, tablet } = rescue
  const receipts: Receipt[] = []
  const brought = (more: object = {}): Outcome<Brought> => {
    const left = envelopes.length - receipts.length
    return { done: true, value: { is: 'brought', receipts, unreadable, complete, left, ...more } }
  }
  for (let n = 0; n < envelopes.length; n += PART) {
    going?.tell(n, envelopes.length)
    if (going?.stop.aborted) return brought()
    const part = envelopes.slice(n, n + PART).map(({ digest, bytes }) => ({ digest, bytes: toBase64(bytes) }))
    const sent = await send({ envelopes: part, ...(tablet !== undefined && { tablet }) })
    // Whoever has to sign in again, or may not at all, is told so; else what arrived until then is told as well.
    if (!sent.done && (receipts.length === 0 || sent.refusal === '401.2')) return sent
    if (!sent.done) return brought({ refusal: sent.refusal })
    receipts.push(...sent.value)
  }
  going?.tell(envelopes.length, envelopes.length)
  return brought()
}
