// The one HPKE suite of every envelope: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM (RFC 9180).

import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { utf8 } from './bytes.ts'

export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

export const INFO = utf8('equal-voice envelope 1')

/** Bytes of the encapsulated key, an uncompressed P-256 point. */
export const ENC_SIZE = 65
