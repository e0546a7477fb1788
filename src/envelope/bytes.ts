// Bytes and their text forms, without the help of a browser or of Node.

/** Bytes over a plain buffer, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const utf8 = (text: string): Bytes => encoder.encode(text)

/** Throws TypeError when the bytes are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** Some thousand bytes at most to base64url without padding (RFC 4648, section 5). */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Reflect.apply(String.fromCharCode, null, bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Base64url to bytes. Throws when the text is not base64url. */
export function fromBase64(text: string): Bytes {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, char => char.charCodeAt(0))
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A value as JSON in exactly `size` bytes: two bytes of length, the text, zeros. Throws RangeError if it does not fit. */
export function pad(value: unknown, size: number): Bytes {
  const text = utf8(JSON.stringify(value))
  if (text.length + 2 > size) throw new RangeError(`${text.length} bytes do not fit into ${size}`)
  const padded = new Uint8Array(size)
  padded.set([text.length >> 8, text.length & 255])
  padded.set(text, 2)
  return padded
}

/** The value that `pad` was given. Throws when the bytes are not such. */
export function unpad(padded: Uint8Array): unknown {
  const length = ((padded[0] ?? 0) << 8) | (padded[1] ?? 0)
  if (length + 2 > padded.length) throw new RangeError('a length beyond the end')
  return JSON.parse(fromUtf8(padded.subarray(2, 2 + length)))
}

/** SHA-256 of the bytes, in hex: how both sides name what was sent. */
export async function digest(bytes: Bytes, subtle: SubtleCrypto): Promise<string> {
  return toHex(new Uint8Array(await subtle.digest('SHA-256', bytes)))
}
