// A service's key pair: the public half goes to tablets, the private half stays with the ballot box.

import { toBase64, toHex } from './bytes.ts'
import { suite } from './suite.ts'

export interface KeyPair {
  /** It stands in every header. */
  readonly id: string
  /** Base64url of the uncompressed P-256 point. */
  readonly publicKey: string
  readonly privateKey: JsonWebKey
}

/** The id of a key from SHA-256 over its public half's point: the first 16 hex digits. */
export const keyIdFrom = (hash: Uint8Array): string => toHex(hash.subarray(0, 8))

/** A new key pair for a service. */
export async function newKeyPair(subtle: SubtleCrypto): Promise<KeyPair> {
  const pair = await suite.kem.generateKeyPair()
  const point = await suite.kem.serializePublicKey(pair.publicKey)
  const hash = new Uint8Array(await subtle.digest('SHA-256', point))
  return {
    id: keyIdFrom(hash),
    publicKey: toBase64(new Uint8Array(point)),
    privateKey: await subtle.exportKey('jwk', pair.privateKey),
  }
}
