// What every contender has to show: that as many are there as went, and the last of them byte for byte.

import type { Envelope } from './envelopes.ts'

/** Throws unless they are there. */
export async function proven(
  there: number,
  envelopes: readonly Envelope[],
  read: (id: string) => Promise<Uint8Array>,
): Promise<void> {
  if (there !== envelopes.length) throw new Error(`${there} of ${envelopes.length} are there`)
  const last = envelopes.at(-1)
  if (last && Buffer.compare(await read(last.id), last.bytes) !== 0) throw new Error('other bytes are there')
}
