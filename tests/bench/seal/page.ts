// The sealers in a browser's page: it makes them once, and seals when it is asked to.

import { toBase64 } from '../../../src/envelope/bytes.ts'
import { type Sealing, sealersTo, timed } from './sealers.ts'

const made = new Map<string, ReturnType<typeof sealersTo>>()

/** Milliseconds of one seal, and the last one in base64url. */
async function sealed(key: { id: string; publicKey: string }, name: Sealing, times: number) {
  const found = made.get(key.id) ?? sealersTo(key)
  made.set(key.id, found)
  const { ms, last } = await timed((await found)[name], times)
  return { ms, last: toBase64(last) }
}

Object.assign(window, { sealed })
