// Who opens a form on one core: bare calls that only undo the seal, the library, and ours, which also looks at what is inside.

import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import { type Bytes, concat, utf8 } from '../../../src/envelope/bytes.ts'
import { readHeader } from '../../../src/envelope/header.ts'
import type { KeyPair } from '../../../src/envelope/keys.ts'
import { opener } from '../../../src/envelope/open.ts'
import { ENC_SIZE, INFO, suite } from '../../../src/envelope/suite.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { hmac, native } from '../../../src/server/count/native.ts'

/** The contenders, the floor first. */
export const openings = ['bare', 'library', 'many', 'ours'] as const

/** Whoever opens. */
export type Openings = (typeof openings)[number]

/** Opens all of some envelopes; how many bytes, or forms, came out. */
export type Opens = (envelopes: readonly Bytes[]) => Promise<number>

/** How many the library is asked for at once where it may have more than one core. */
const AT_ONCE = 50

interface Parts {
  readonly enc: Bytes
  readonly ct: Bytes
  readonly aad: Bytes
}

const partsOf = (envelope: Bytes): Parts => {
  const { clear } = readHeader(envelope)
  const sealed = clear + ENC_SIZE
  return { enc: envelope.slice(clear, sealed), ct: envelope.slice(sealed), aad: envelope.slice(0, clear) }
}

/** All of them, for one private key. Each counts what it has opened, so that none can pass over any. */
export async function openersOf({ privateKey }: KeyPair): Promise<Record<Openings, Opens>> {
  const recipientKey = await suite.kem.importKey('jwk', privateKey, false)
  const byLibrary = async (envelope: Bytes) => {
    const { enc, ct, aad } = partsOf(envelope)
    const opened = await suite.open({ recipientKey, enc, info: INFO }, ct, aad)
    return opened.byteLength > 0 ? 1 : 0
  }
  const bare = bareOpener(privateKey)
  const ours = opener(native(privateKey), [evaluation])
  return {
    async bare(envelopes) {
      return envelopes.filter(envelope => bare(partsOf(envelope)).length > 0).length
    },
    async library(envelopes) {
      let done = 0
      for (const envelope of envelopes) done += await byLibrary(envelope)
      return done
    },
    async many(envelopes) {
      let done = 0
      for (let at = 0; at < envelopes.length; at += AT_ONCE)
        for (const one of await Promise.all(envelopes.slice(at, at + AT_ONCE).map(byLibrary))) done += one
      return done
    },
    async ours(envelopes) {
      return envelopes.filter(envelope => ours.open(envelope).end === 'finished').length
    },
  }
}

const two = (number: number) => new Uint8Array([number >> 8, number & 255])
const KEM = concat(utf8('HPKE-v1KEM'), two(0x10))
const HPKE = concat(utf8('HPKE-v1HPKE'), two(0x10), two(1), two(1))

// One agreement, three calls of HKDF, one decryption, and nothing else.
function bareOpener({ d = '', x = '', y = '' }: JsonWebKey): (parts: Parts) => Uint8Array {
  const half = createECDH('prime256v1')
  half.setPrivateKey(Buffer.from(d, 'base64url'))
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const derive = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, size: number) =>
    new Uint8Array(hkdfSync('sha256', secret, salt, info, size))
  const sized = (size: number, of: Uint8Array, label: string, more: Uint8Array) =>
    concat(two(size), of, utf8(label), more)
  const none = new Uint8Array()
  // HKDF gives no extract alone; these two are the same for every seal, and no part of the race.
  const extracted = (label: string, of: Uint8Array) => hmac(none, concat(HPKE, utf8(label), of))
  const context = concat(new Uint8Array(1), extracted('psk_id_hash', none), extracted('info_hash', INFO))
  const second = concat(HPKE, utf8('secret'))
  return ({ enc, ct, aad }) => {
    const first = concat(KEM, utf8('eae_prk'), half.computeSecret(enc))
    const shared = derive(first, none, sized(32, KEM, 'shared_secret', concat(enc, point)), 32)
    const key = derive(second, shared, sized(16, HPKE, 'key', context), 16)
    const nonce = derive(second, shared, sized(12, HPKE, 'base_nonce', context), 12)
    const cipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: 16 })
    cipher.setAAD(aad).setAuthTag(ct.subarray(-16))
    const opened = cipher.update(ct.subarray(0, -16))
    cipher.final()
    return opened
  }
}
