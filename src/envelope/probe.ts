// Whether this engine can seal to a key, found out on nothing.

import { fromBase64, utf8 } from './bytes.ts'
import { ENC_SIZE, INFO, suite } from './suite.ts'

/** Seals a probe to a service's public key and throws it away. Rejects where a form could not be sealed either. */
export async function probeSeal(publicKey: string): Promise<void> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64(publicKey))
  const { enc } = await suite.seal({ recipientPublicKey, info: INFO }, utf8('probe'))
  if (enc.byteLength !== ENC_SIZE) throw new Error('a seal of another size')
}
