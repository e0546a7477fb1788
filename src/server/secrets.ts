// Ids and secrets: made from the randomness that is passed in; of a secret only its hash is kept.

import { createHash } from 'node:crypto'
import { toBase64, toHex } from '../envelope/bytes.ts'
import type { House } from './house.ts'

type Random = House['random']

/** 32 hex digits that nobody else has. */
export const newId = (random: Random): string => toHex(random(16))

/** A secret of 256 bits, base64url: a tablet's token, a sign-in link's, a session's. */
export const newSecret = (random: Random): string => toBase64(random(32))

/** SHA-256 of a secret, in hex: what is kept of it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

// Crockford's 32: no I, L, O and no U, so that a code read aloud or copied by hand comes out right.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A one-use code of ten characters. */
export const newCode = (random: Random): string => Array.from(random(10), byte => letters[byte % 32]).join('')

/** A code as somebody typed it, with its look-alikes, spaces and hyphens put right. */
export const tidyCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
