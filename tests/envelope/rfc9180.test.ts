import { describe, expect, it } from 'vitest'
import { fromBase64, toHex } from '../../src/envelope/bytes.ts'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { suite } from '../../src/envelope/suite.ts'
import rfc from '../vectors/rfc9180-a3.json' with { type: 'json' }

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const asHex = (bytes: ArrayBuffer) => toHex(new Uint8Array(bytes))

describe('the one HPKE suite of every envelope', () => {
  it('is the RFC’s DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM', () => {
    expect([suite.kem.id, suite.kdf.id, suite.aead.id]).toEqual([0x0010, 0x0001, 0x0001])
  })

  it('derives the RFC’s key pairs', async () => {
    for (const [ikm, pk] of [
      [rfc.ikmE, rfc.pkEm],
      [rfc.ikmR, rfc.pkRm],
    ] as const) {
      const pair = await suite.kem.deriveKeyPair(hex(ikm))
      expect(asHex(await suite.kem.serializePublicKey(pair.publicKey))).toBe(pk)
    }
  })

  it('seals to the RFC’s bytes, up to the 257th', async () => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(hex(rfc.pkRm))
    const sender = await suite.createSenderContext({
      recipientPublicKey,
      info: hex(rfc.info),
      ekm: hex(rfc.ikmE),
    })
    expect(asHex(sender.enc)).toBe(rfc.pkEm)
    for (let seq = 0; seq <= 256; seq += 1) {
      const known = rfc.encryptions.find(one => one.seq === seq)
      const ct = await sender.seal(hex(rfc.pt), hex(known?.aad ?? ''))
      if (known) expect(asHex(ct), `sequence ${seq}`).toBe(known.ct)
    }
    for (const { context, value } of rfc.exports) {
      expect(asHex(await sender.export(hex(context), 32))).toBe(value)
    }
  })

  it('opens the RFC’s bytes with a private key in JWK form, as a count does', async () => {
    const [, x, y] = /^04(.{64})(.{64})$/.exec(rfc.pkRm) ?? []
    const url = (text = '') => Buffer.from(text, 'hex').toString('base64url')
    const jwk = { kty: 'EC', crv: 'P-256', x: url(x), y: url(y), d: url(rfc.skRm), key_ops: ['deriveBits'] }
    const recipientKey = await suite.kem.importKey('jwk', jwk, false)
    const [first] = rfc.encryptions
    if (!first) throw new Error('no vectors')
    const pt = await suite.open(
      { recipientKey, enc: hex(rfc.pkEm), info: hex(rfc.info) },
      hex(first.ct),
      hex(first.aad),
    )
    expect(asHex(pt)).toBe(rfc.pt)
  })

  it('names a key by its own digest, so that a key file and a header can be held against each other', async () => {
    const pair = await newKeyPair(crypto.subtle)
    const point = fromBase64(pair.publicKey)
    expect(point.length).toBe(65)
    expect(pair.id).toBe(asHex(await crypto.subtle.digest('SHA-256', point)).slice(0, 16))
  })
})
