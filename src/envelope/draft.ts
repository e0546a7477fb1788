// A draft's rows while a form is being answered. The key comes from two halves kept in two places:
// when either is gone, what is left can't be read by anyone.

import { type Bytes, concat, pad, unpad, utf8 } from './bytes.ts'

/** Bytes of one half of a draft's key. */
export const HALF_SIZE = 32

/**
 * Every row is padded to this many bytes before it is encrypted, so that its length says nothing. A whole form in its
 * longest words (under 1,900 bytes) fits, so that every save is one row, whatever was tapped.
 */
export const ROW_SIZE = 2048

/** A row as it lies on disk. `seq` counts up from 1 within a form. */
export interface SealedRow {
  readonly form: string
  readonly seq: number
  readonly iv: Bytes
  readonly bytes: Bytes
}

/** The key of one form's draft (HKDF-SHA256 over both halves; AES-256-GCM; not extractable). */
export async function draftKey(
  halves: readonly [Bytes, Bytes],
  form: string,
  subtle: SubtleCrypto,
): Promise<CryptoKey> {
  const secret = await subtle.importKey('raw', concat(...halves), 'HKDF', false, ['deriveKey'])
  const how = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8(`equal-voice draft 1 ${form}`),
  }
  return subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const bound = (form: string, seq: number) => utf8(`equal-voice row 1 ${form} ${seq}`)

/** Encrypts one row, bound to its form and its place in the sequence. `iv` is 12 fresh random bytes. */
export async function lockRow(
  key: CryptoKey,
  place: { readonly form: string; readonly seq: number },
  value: unknown,
  iv: Bytes,
  subtle: SubtleCrypto,
): Promise<SealedRow> {
  const additionalData = bound(place.form, place.seq)
  const bytes = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, pad(value, ROW_SIZE))
  return { ...place, iv, bytes: new Uint8Array(bytes) }
}

/** The value of a row. Throws when the key, the form or the sequence is not the row's own. */
export async function unlockRow(key: CryptoKey, row: SealedRow, subtle: SubtleCrypto): Promise<unknown> {
  const additionalData = bound(row.form, row.seq)
  const padded = await subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData }, key, row.bytes)
  return unpad(new Uint8Array(padded))
}
