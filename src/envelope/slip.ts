// A slip: six pictures with which whoever has them takes a form back. Their slow hash is what asks for it; what lies in
// envelopes is a mark of that hash, so that whoever has an envelope, or a whole tablet, can't ask.

import { SLIP } from '../form/board.ts'
import { type Bytes, digest, toHex, utf8 } from './bytes.ts'

/** Rounds of PBKDF2 with SHA-256 (OWASP 2023). */
const ROUNDS = 600_000

/** Six pictures by chance, each 0 to 15. `random` gives random bytes. */
export const newSlip = (random: (size: number) => Bytes): readonly number[] =>
  [...random(SLIP)].map(byte => byte & 15)

/**
 * The slow hash of six pictures on a ward, 32 hex digits: the same on every tablet of it. It takes a tenth of a second
 * and more. Throws RangeError for anything but six numbers from 0 to 15.
 */
export async function slipHash(taps: readonly number[], ward: string, subtle: SubtleCrypto): Promise<string> {
  const fine = taps.length === SLIP && taps.every(tap => Number.isInteger(tap) && tap >= 0 && tap < 16)
  if (!fine) throw new RangeError('a slip is six pictures')
  const secret = await subtle.importKey('raw', new Uint8Array(taps), 'PBKDF2', false, ['deriveBits'])
  const how = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: utf8(`equal-voice slip 1 ${ward}`),
    iterations: ROUNDS,
  }
  return toHex(new Uint8Array(await subtle.deriveBits(how, secret, 128)))
}

/**
 * The mark of a slip's slow hash, 32 hex digits: the first half of SHA-256 over its text. It stands in headers and on disks,
 * and nobody gets from it to the hash but by trying slips.
 */
export const markOf = async (slip: string, subtle: SubtleCrypto): Promise<string> =>
  (await digest(utf8(slip), subtle)).slice(0, 32)
