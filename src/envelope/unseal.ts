// Undoing one seal of HPKE (RFC 9180, base mode) with an engine's own calls, which are passed in: the library's way through
// WebCrypto takes several times as long, and a count opens many. What seals is the library alone.
//
//   enc ──agree──▶ dh ──extract, expand──▶ shared secret ──extract, expand──▶ key, nonce ──decrypt──▶ what was sealed

import { type Bytes, concat, utf8 } from './bytes.ts'
import { ENC_SIZE, INFO } from './suite.ts'

/** What an engine does with one P-256 private key, and for it. Whatever can't be done throws. */
export interface Engine {
  /** The public half: an uncompressed point. */
  readonly point: Uint8Array
  /** The x coordinate of a point times the private key. Throws for anything but a point on the curve. */
  agree(point: Uint8Array): Uint8Array
  /** HMAC with SHA-256. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array
  /** AES-128-GCM; the last 16 bytes are the tag. Throws unless it is the tag of these very bytes. */
  decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array
}

/** With what one seal was made: 16 and 12 bytes. */
export interface Schedule {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
}

const NONE = new Uint8Array()
const ONE = new Uint8Array([1])
const MODE_BASE = 0
const UNCOMPRESSED = 4
const VERSION = utf8('HPKE-v1')
const two = (number: number) => new Uint8Array([number >> 8, number & 255])
const KEM = concat(utf8('KEM'), two(0x0010))
const HPKE = concat(utf8('HPKE'), two(0x0010), two(0x0001), two(0x0001))

/**
 * The key schedule for one private key, from the encapsulated key that came with a seal; what is the same for every seal is
 * worked out once. What it gives throws for anything but an uncompressed point on the curve.
 */
export function scheduling({ point, agree, hmac }: Engine, info = INFO): (enc: Uint8Array) => Schedule {
  const extract = (suite: Bytes, salt: Uint8Array, label: string, secret: Uint8Array) =>
    hmac(salt, concat(VERSION, suite, utf8(label), secret))
  // No more than 32 bytes are ever asked for: HKDF's first block.
  const expand = (suite: Bytes, secret: Uint8Array, label: string, of: Uint8Array, size: number) =>
    hmac(secret, concat(two(size), VERSION, suite, utf8(label), of, ONE)).subarray(0, size)
  const context = concat(
    new Uint8Array([MODE_BASE]),
    extract(HPKE, NONE, 'psk_id_hash', NONE),
    extract(HPKE, NONE, 'info_hash', info),
  )
  return enc => {
    // Other forms of the same point would open too, and the library refuses them.
    if (enc.length !== ENC_SIZE || enc[0] !== UNCOMPRESSED) throw new RangeError('no encapsulated key')
    const dh = extract(KEM, NONE, 'eae_prk', agree(enc))
    const shared = expand(KEM, dh, 'shared_secret', concat(enc, point), 32)
    const secret = extract(HPKE, shared, 'secret', NONE)
    return {
      key: expand(HPKE, secret, 'key', context, 16),
      nonce: expand(HPKE, secret, 'base_nonce', context, 12),
    }
  }
}
