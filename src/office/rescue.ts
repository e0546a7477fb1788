// A rescue file brought in at the office: read and checked here, before anything of it is sent.

import { toBase64 } from '../envelope/bytes.ts'
import { MOST_ENVELOPES } from '../protocol/endpoints.ts'
import { readRescue } from '../protocol/rescue.ts'
import type { Receipt, SendRequest } from '../protocol/tablet.ts'
import type { Brought, Outcome } from './office.ts'

/** Envelopes in one request: soon answered, and well under the bytes that a request may carry. */
const BATCH = Math.min(200, MOST_ENVELOPES)

type Send = (envelopes: SendRequest['envelopes']) => Promise<Outcome<readonly Receipt[]>>

/**
 * Sends what is whole in the text of a rescue file, one batch after the other. After a refusal the same file may be
 * brought in again: what arrived is then a duplicate, and counts once.
 */
export async function bringIn(text: string, send: Send, crypto: Crypto): Promise<Outcome<Brought>> {
  const rescue = await readRescue(text, crypto.subtle)
  if (rescue.is !== 'rescue') return { done: true, value: rescue }
  const { envelopes, unreadable, complete } = rescue
  const receipts: Receipt[] = []
  for (let n = 0; n < envelopes.length; n += BATCH) {
    const batch = envelopes.slice(n, n + BATCH)
    const sent = await send(batch.map(({ digest, bytes }) => ({ digest, bytes: toBase64(bytes) })))
    if (!sent.done) return sent
    receipts.push(...sent.value)
  }
  return { done: true, value: { is: 'brought', receipts, unreadable, complete } }
}
