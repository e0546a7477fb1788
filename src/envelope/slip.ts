// A slip: six pictures with which whoever has them takes a form back. The server sees a slow hash of them alone.

import { SLIP } from '../form/board.ts'
import { type Bytes, toHex, utf8 } from './bytes.ts'

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
