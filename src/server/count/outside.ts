// What can be said of an envelope in its box before it is opened: most of what is wrong with one shows from outside.

import { hash } from 'node:crypto'
import { EnvelopeError, type Header, readHeader } from '../../envelope/header.ts'
import type { Envelopes } from '../database/schema.ts'

/** That it can be opened, with its header; why it can't; or that a newer version of this program may. */
export type Outside =
  | { readonly header: Header; readonly bytes: Uint8Array }
  | { readonly problem: string }
  | 'newer'

/** Looks at an envelope that lies in the box of these wards. */
export function outsideOf(envelope: Envelopes, wards: ReadonlySet<string>): Outside {
  const bytes = new Uint8Array(envelope.bytes)
  if (hash('sha256', bytes) !== envelope.digest) return { problem: 'its bytes have changed' }
  try {
    const { header } = readHeader(bytes)
    if (header.id !== envelope.id) return { problem: 'it names another form' }
    if (!wards.has(header.ward)) return { problem: 'its ward is not counted in this box' }
    return { header, bytes }
  } catch (error) {
    if (error instanceof EnvelopeError) return error.newer ? 'newer' : { problem: error.message }
    throw error
  }
}
