// What is inside an envelope: one person's form as it ended. Nothing here ever stands outside the seal.

import type { End, Helper, Manner, Sheet } from '../form/form.ts'

/** The month in which a form ended, or 'unsure' when no server had confirmed the tablet's clock since it started. */
export type Month = `${number}-${number}` | 'unsure'

/** Version 1 of what is sealed. `given` follows the instrument's printed order; null is an item not reached. */
export interface Payload {
  readonly v: 1
  readonly instrument: { readonly id: string; readonly version: string }
  readonly wording: { readonly id: string; readonly version: string }
  readonly language: string
  readonly manner: Manner
  readonly helper: Helper
  readonly given: readonly (Sheet['answers'][string] | null)[]
  readonly topics: readonly string[]
  readonly end: End
  readonly month: Month
}

/** Every payload is padded to this many bytes, so that its length says nothing. */
export const PAYLOAD_SIZE = 1536

/** Bytes after an envelope's header: the encapsulated key, the padded payload and the tag of AES-GCM. */
export const SEALED_SIZE = 65 + PAYLOAD_SIZE + 16

/** The payload of a form that has ended. */
export function toPayload(sheet: Sheet, end: End, wording: Payload['wording'], month: Month): Payload {
  const { outline, answers, language, manner, helper, topics } = sheet
  return {
    v: 1,
    instrument: { id: outline.instrument, version: outline.version },
    wording,
    language,
    manner,
    helper,
    given: outline.items.map(item => answers[item] ?? null),
    topics,
    end,
    month,
  }
}
