// What undoes a seal, by Node's own calls: they answer at once, where WebCrypto makes a queue and a promise of each.

import { createDecipheriv, createECDH, hash } from 'node:crypto'
import type { Engine } from '../../envelope/unseal.ts'

const TAG = 16

/** The engine of a private key in JWK form. Throws if it is no P-256 private key, or not that of its own public half. */
export function native({ crv, d = '', x = '', y = '' }: JsonWebKey): Engine {
  if (crv !== 'P-256') throw new RangeError('a key of another curve')
  const half = createECDH('prime256v1')
  half.setPrivateKey(Buffer.from(d, 'base64url'))
  const point = half.getPublicKey()
  const said = [Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  if (!point.equals(Buffer.concat(said))) throw new RangeError('two halves of different keys')
  return {
    point,
    agree: other => half.computeSecret(other),
    hmac,
    decrypt(key, nonce, sealed, aad) {
      const end = Math.max(0, sealed.length - TAG)
      // Without the length of the tag a shorter one would do, and those can be guessed.
      const cipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: TAG })
      cipher.setAAD(aad).setAuthTag(sealed.subarray(end))
      const opened = cipher.update(sealed.subarray(0, end))
      cipher.final()
      return opened
    },
  }
}

/** Bytes that SHA-256 takes at a time. */
const BLOCK = 64

/**
 * HMAC with SHA-256 (RFC 2104) of two hashes: createHmac makes a key object each time, which takes five times as long. Throws
 * RangeError for a key longer than a block; none of HPKE's is.
 */
export function hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  if (key.length > BLOCK) throw new RangeError('a key longer than a block')
  const inner = new Uint8Array(BLOCK + data.length).fill(0x36, 0, BLOCK)
  const outer = new Uint8Array(BLOCK + 32).fill(0x5c, 0, BLOCK)
  for (const [n, byte] of key.entries()) {
    inner[n] = byte ^ 0x36
    outer[n] = byte ^ 0x5c
  }
  inner.set(data, BLOCK)
  outer.set(hash('sha256', inner, 'buffer'), BLOCK)
  return hash('sha256', outer, 'buffer')
}
