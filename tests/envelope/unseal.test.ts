// Opening by the engine's own calls: the RFC's vectors byte for byte, and nothing that the library would not open alike.

import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toHex } from '../../src/envelope/bytes.ts'
import { EnvelopeError, writeHeader } from '../../src/envelope/header.ts'
import { type KeyPair, newKeyPair } from '../../src/envelope/keys.ts'
import { opener } from '../../src/envelope/open.ts'
import { INFO, suite } from '../../src/envelope/suite.ts'
import { type Engine, scheduling } from '../../src/envelope/unseal.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { hmac, native } from '../../src/server/count/native.ts'
import rfc from '../vectors/rfc9180-a3.json' with { type: 'json' }

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const url = (text = '') => Buffer.from(text, 'hex').toString('base64url')
const [, rfcX, rfcY] = /^04(.{64})(.{64})$/.exec(rfc.pkRm) ?? []
const rfcKey = { kty: 'EC', crv: 'P-256', x: url(rfcX), y: url(rfcY), d: url(rfc.skRm) }

interface Sealed {
  readonly enc: Uint8Array<ArrayBuffer>
  readonly ct: Uint8Array<ArrayBuffer>
  readonly aad: Uint8Array<ArrayBuffer>
}

let pair: KeyPair
let engine: Engine
beforeAll(async () => {
  pair = await newKeyPair(crypto.subtle)
  engine = native(pair.privateKey)
})

async function sealed(text: Uint8Array<ArrayBuffer>, aad: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64(pair.publicKey))
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: INFO }, text, aad)
  return { enc: new Uint8Array(enc), ct: new Uint8Array(ct), aad }
}

const ours = ({ enc, ct, aad }: Sealed, by = engine): Uint8Array => {
  const { key, nonce } = scheduling(by)(enc)
  return by.decrypt(key, nonce, ct, aad)
}

async function theirs({ enc, ct, aad }: Sealed, { privateKey }: KeyPair = pair): Promise<Uint8Array> {
  const recipientKey = await suite.kem.importKey('jwk', privateKey, false)
  return new Uint8Array(await suite.open({ recipientKey, enc, info: INFO }, ct, aad))
}

const some = fc.uint8Array({ maxLength: 2000 }).map(bytes => new Uint8Array(bytes))

describe('what undoes a seal', () => {
  it('opens the RFC’s bytes, every one that it publishes, up to the 257th', () => {
    const by = native(rfcKey)
    const { key, nonce } = scheduling(by, hex(rfc.info))(hex(rfc.pkEm))
    expect(rfc.encryptions.map(({ seq }) => seq)).toEqual([0, 1, 2, 4, 255, 256])
    for (const { seq, aad, ct } of rfc.encryptions) {
      const at = Uint8Array.from(nonce)
      at.set([(at[10] ?? 0) ^ (seq >> 8), (at[11] ?? 0) ^ (seq & 255)], 10)
      expect(toHex(by.decrypt(key, at, hex(ct), hex(aad))), `sequence ${seq}`).toBe(rfc.pt)
    }
  })

  it('opens whatever the library seals, to the bytes that the library opens', async () => {
    await fc.assert(
      fc.asyncProperty(some, some, async (text, aad) => {
        const one = await sealed(text, aad)
        expect(ours(one)).toEqual(Buffer.from(text))
        expect(await theirs(one)).toEqual(text)
      }),
      { numRuns: 100 },
    )
  })

  it('refuses what the library refuses: a changed key, text, tag or header, and another’s key', async () => {
    const where = fc.constantFrom('enc' as const, 'ct' as const, 'aad' as const)
    await fc.assert(
      fc.asyncProperty(some, some, where, fc.nat(), async (text, aad, part, at) => {
        const one = await sealed(text, aad)
        const bytes = part === 'aad' && aad.length === 0 ? new Uint8Array(1) : one[part].slice()
        const bit = at % (bytes.length * 8)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const changed = { ...one, [part]: bytes }
        expect(() => ours(changed), `${part}, bit ${bit}`).toThrow()
        await expect(theirs(changed), `${part}, bit ${bit}`).rejects.toThrow()
      }),
      { numRuns: 200 },
    )
    const one = await sealed(new Uint8Array([1, 2, 3]), new Uint8Array())
    const other = await newKeyPair(crypto.subtle)
    expect(() => ours(one, native(other.privateKey))).toThrow()
    await expect(theirs(one, other)).rejects.toThrow()
  })

  it('wants all sixteen bytes of the tag, since a short one can be guessed', async () => {
    // Nothing but a tag: what is left of it must not become a shorter tag.
    const one = await sealed(new Uint8Array(), new Uint8Array([7]))
    expect(ours(one)).toHaveLength(0)
    for (let left = 0; left < 16; left++) {
      const cut = { ...one, ct: one.ct.slice(0, left) }
      expect(() => ours(cut), `${left} bytes`).toThrow()
      await expect(theirs(cut), `${left} bytes`).rejects.toThrow()
    }
  })

  it('refuses every point that is none, or that is written in another way, and so does the library', async () => {
    const { enc, ct, aad } = await sealed(new Uint8Array([1]), new Uint8Array())
    const with0 = (byte: number) => Uint8Array.from(enc, (one, n) => (n === 0 ? byte : one))
    const strange: Record<string, Uint8Array<ArrayBuffer>> = {
      'no byte': new Uint8Array(),
      'nothing but zeros': new Uint8Array(65),
      'the point at infinity': new Uint8Array(1),
      'no point of the curve': Uint8Array.from(enc, (one, n) => (n === 64 ? one ^ 1 : one)),
      'numbers beyond the field': new Uint8Array(65).fill(255).fill(4, 0, 1),
      'a compressed point': enc.slice(0, 33).fill(2 + ((enc[64] ?? 0) & 1), 0, 1),
      'a hybrid point': with0(6 + ((enc[64] ?? 0) & 1)),
      'a point of no form': with0(5),
      'a byte too few': enc.slice(0, 64),
      'a byte too many': new Uint8Array([...enc, 0]),
    }
    for (const [what, point] of Object.entries(strange)) {
      expect(() => scheduling(engine)(point), what).toThrow()
      await expect(theirs({ enc: point, ct, aad }), what).rejects.toThrow()
    }
  })

  it('says of every envelope with such a point that it does not open, and nothing more', () => {
    const clear = writeHeader({ id: '0123456789abcdef'.repeat(2), ward: 'rowan', key: 'a'.repeat(16) })
    const box = opener(engine, [evaluation])
    for (const size of [0, 1, 64, 65, 66, 80, 81, 1617])
      for (const fill of [0, 4, 255]) {
        const rest = new Uint8Array(size).fill(fill)
        const tried = () => box.open(new Uint8Array([...clear, ...rest]))
        expect(tried, `${size} bytes of ${fill}`).toThrow(EnvelopeError)
        expect(tried).toThrow(size === 0 ? 'a header longer than the envelope' : 'it does not open')
      }
  })
})

describe('the HMAC of two hashes', () => {
  it('is the one that Node makes, of every key and text that there may be', () => {
    const key = fc.uint8Array({ maxLength: 64 })
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 300 }), (key, data) => {
        expect(hmac(key, data)).toEqual(createHmac('sha256', key).update(data).digest())
      }),
      { numRuns: 500 },
    )
    expect(() => hmac(new Uint8Array(65), new Uint8Array())).toThrow(RangeError)
  })
})

describe('a private half', () => {
  it('is refused where it is none, so that whole forms wait for the right one instead of being put aside', async () => {
    const { privateKey } = pair
    const other = (await newKeyPair(crypto.subtle)).privateKey
    const wrong: JsonWebKey[] = [
      { ...privateKey, d: other.d ?? '' },
      { ...privateKey, x: other.x ?? '', y: other.y ?? '' },
      { ...privateKey, d: Buffer.alloc(32).toString('base64url') },
      { ...privateKey, d: Buffer.alloc(32, 255).toString('base64url') },
      { ...privateKey, d: randomBytes(48).toString('base64url') },
      { ...privateKey, crv: 'P-384' },
      { kty: 'EC', crv: 'P-256', x: privateKey.x ?? '', y: privateKey.y ?? '' },
      {},
    ]
    for (const half of wrong) expect(() => native(half), JSON.stringify(Object.keys(half))).toThrow()
  })
})
