// What is inside an envelope: one person's form as it ended. Nothing here ever stands outside the seal.

import type { End, Helper, Manner, Resumed, Sheet } from '../form/form.ts'

/** The month in which a form ended, or 'unsure' when no server had confirmed the tablet's clock since it started. */
export type Month = `${number}-${number}` | 'unsure'

/** What is sealed. `given` follows the instrument's printed order; null is an item not reached. */
export type Payload = Inside &
  (
    | { readonly v: 1 }
    /** Version 2 says whether the form was put away meanwhile, and carried on without its pictures. */
    | { readonly v: 2; readonly resumed: 'never' | Resumed }
  )

interface Inside {
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

/** The payload of a form that has ended; of version 1 for a server that knows no other. */
export function toPayload(
  sheet: Sheet,
  end: End,
  wording: Payload['wording'],
  month: Month,
  version: Payload['v'] = 2,
): Payload {
  const { outline, answers, language, manner, helper, topics } = sheet
  const inside = {
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
  return version === 1 ? { v: 1, ...inside } : { v: 2, ...inside, resumed: sheet.resumed ?? 'never' }
}
