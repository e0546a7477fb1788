// Closing an envelope. Called in one place on the tablet.

import { type Bytes, concat, fromBase64, pad } from './bytes.ts'
import { type Header, writeHeader } from './header.ts'
import { PAYLOAD_SIZE, type Payload } from './payload.ts'
import { INFO, suite } from './suite.ts'

/** The keys that were sealed to, ready for the next form. */
const known = new Map<string, CryptoKey>()

/**
 * The sealed bytes of a payload: made once, kept and resent as they are.
 * `publicKey` is the service's, base64url of the uncompressed P-256 point. Throws if it is no such key.
 */
export async function seal(payload: Payload, header: Header, publicKey: string): Promise<Bytes> {
  const clear = writeHeader(header)
  const recipientPublicKey =
    known.get(publicKey) ?? (await suite.kem.deserializePublicKey(fromBase64(publicKey)))
  known.set(publicKey, recipientPublicKey)
  const padded = pad(payload, PAYLOAD_SIZE)
  const sealed = await suite.seal({ recipientPublicKey, info: INFO }, padded, clear)
  return concat(clear, new Uint8Array(sealed.enc), new Uint8Array(sealed.ct))
}
