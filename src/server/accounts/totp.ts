// Codes of six digits that change every half minute (RFC 6238), and the address by which an app learns to make them.

import { createHmac, timingSafeEqual } from 'node:crypto'

const SECONDS = 30
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of a secret at an instant, in so many steps from it. */
export function codeOf(secret: string, at: Date, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 1000 / SECONDS) + steps))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const from = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

/** Whether a code is a secret's now, or was or will be within half a minute: telephones' clocks differ. */
export const isCode = (secret: string, code: string, now: Date): boolean =>
  [-1, 0, 1]
    .map(steps =>
      timingSafeEqual(Buffer.from(codeOf(secret, now, steps)), Buffer.from(code.padEnd(6).slice(0, 6))),
    )
    .includes(true)

/** A secret as an app wants it typed: base32 (RFC 4648). */
export function base32(secret: string): string {
  const bits = [...Buffer.from(secret)].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map(five => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The address that an app reads from a QR code. */
export const uriOf = (secret: string, whose: string): string => {
  const label = encodeURIComponent(`Equal Voice:${whose}`)
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent('Equal Voice')}`
}
