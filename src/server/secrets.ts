// Ids and secrets: made from the randomness that is passed in; of a secret only its hash is kept.

import { createHash, hash } from 'node:crypto'
import { toBase64, toHex } from '../envelope/bytes.ts'
import { keyIdFrom } from '../envelope/keys.ts'
import { CODE_LENGTH, LETTERS } from '../protocol/code.ts'
import type { House } from './house.ts'

type Random = House['random']

/** 32 hex digits that nobody else has. */
export const newId = (random: Random): string => toHex(random(16))

/** A secret of 256 bits, base64url: a tablet's token, a sign-in link's, a session's. */
export const newSecret = (random: Random): string => toBase64(random(32))

/** SHA-256 of a secret, in hex: what is kept of it. */
export const hashOf = (secret: string): string => hash('sha256', secret)

/** How both sides name an envelope, as `digest` does, without a wait for each of a batch. */
export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes)

/** The id of a service's key by its public half: of one that was changed it is another. */
export const keyIdOf = (publicKey: string): string =>
  keyIdFrom(createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest())

/** A one-use code. */
export const newCode = (random: Random): string =>
  Array.from(random(CODE_LENGTH), byte => LETTERS[byte % LETTERS.length]).join('')
