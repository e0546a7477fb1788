// Who seals a form, in a browser and in Node alike: to the same key, the same padded bytes under a header of the same length.

import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, concat, fromBase64, pad, utf8 } from '../../../src/envelope/bytes.ts'
import { type Header, writeHeader } from '../../../src/envelope/header.ts'
import { PAYLOAD_SIZE, type Payload } from '../../../src/envelope/payload.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { INFO } from '../../../src/envelope/suite.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'

/** The contenders, the floor first. */
export const sealing = ['bare', 'library', 'ours'] as const

/** Whoever seals. */
export type Sealing = (typeof sealing)[number]

/** The form that everybody seals. */
export const payload: Payload = {
  v: 1,
  instrument: { id: evaluation.id, version: evaluation.version },
  wording: { id: 'original', version: '1.0' },
  language: 'en',
  manner: { words: 'standard', size: 'normal', aloud: false, calm: false },
  helper: 'nobody',
  given: evaluation.items.map(() => 'sometimes'),
  topics: ['eval-04'],
  end: 'finished',
  month: '2026-02',
}

/** Each gives a whole envelope that the key's private half opens. */
export type Sealers = Readonly<Record<Sealing, () => Promise<Bytes>>>

/** All of them for one key, which the library and the bare calls import once, as their documentation does. */
export async function sealersTo({ id: key, publicKey }: { id: string; publicKey: string }): Promise<Sealers> {
  const header: Header = { id: '0123456789abcdef'.repeat(2), ward: 'rowan', key, slip: 'f'.repeat(32) }
  const [clear, padded] = [writeHeader(header), pad(payload, PAYLOAD_SIZE)]
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  })
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64(publicKey))
  const bare = await bareSealer(fromBase64(publicKey))
  return {
    ours: () => seal(payload, header, publicKey),
    async library() {
      const { enc, ct } = await suite.seal({ recipientPublicKey, info: INFO }, padded, clear)
      return concat(clear, new Uint8Array(enc), new Uint8Array(ct))
    },
    bare: () => bare(padded, clear),
  }
}

const two = (number: number) => new Uint8Array([number >> 8, number & 255])
const KEM = concat(utf8('HPKE-v1KEM'), two(0x10))
const HPKE = concat(utf8('HPKE-v1HPKE'), two(0x10), two(1), two(1))
const sized = (size: number, suite: Bytes, label: string, of: Uint8Array) =>
  concat(two(size), suite, utf8(label), of)

// Nothing but what WebCrypto must be asked for: a key pair, a shared secret, three derivations, one encryption.
async function bareSealer(point: Bytes): Promise<(padded: Bytes, aad: Bytes) => Promise<Bytes>> {
  const { subtle } = crypto
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const recipient = await subtle.importKey('raw', point, curve, false, [])
  const secret = (of: Bytes) => subtle.importKey('raw', of, 'HKDF', false, ['deriveBits'])
  const derive = async (key: CryptoKey, salt: Bytes, info: Bytes, bytes: number) =>
    new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bytes * 8))
  const none = new Uint8Array()
  // The same for every seal: the hashes of no pre-shared key and of what the seal is for, and what the second secret is made from.
  const hashed = async (label: string, of: Bytes) => {
    const zeros = { name: 'HMAC', hash: 'SHA-256', length: 256 }
    const key = await subtle.importKey('raw', new Uint8Array(32), zeros, false, ['sign'])
    return new Uint8Array(await subtle.sign('HMAC', key, concat(HPKE, utf8(label), of)))
  }
  const context = concat(
    new Uint8Array(1),
    await hashed('psk_id_hash', none),
    await hashed('info_hash', INFO),
  )
  const second = await secret(concat(HPKE, utf8('secret')))
  return async (padded, additionalData) => {
    const { privateKey, publicKey } = await subtle.generateKey(curve, false, ['deriveBits'])
    const enc = new Uint8Array(await subtle.exportKey('raw', publicKey))
    const dh = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: recipient }, privateKey, 256))
    const first = await secret(concat(KEM, utf8('eae_prk'), dh))
    const shared = await derive(first, none, sized(32, KEM, 'shared_secret', concat(enc, point)), 32)
    const [raw, iv] = await Promise.all([
      derive(second, shared, sized(16, HPKE, 'key', context), 16),
      derive(second, shared, sized(12, HPKE, 'base_nonce', context), 12),
    ])
    const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
    const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, padded)
    return concat(additionalData, enc, new Uint8Array(sealed))
  }
}

/** Milliseconds of one seal of a contender, over so many in a row; and the last one, to be opened. */
export async function timed(one: () => Promise<Bytes>, times: number): Promise<{ ms: number; last: Bytes }> {
  let last: Bytes = new Uint8Array()
  const began = performance.now()
  for (let n = 0; n < times; n++) last = await one()
  return { ms: (performance.now() - began) / times, last }
}
