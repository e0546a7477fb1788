// A form that came on paper, sealed in the page of the advocate who typed it. The only place in the office that seals.

import { digest, toBase64, toHex } from '../envelope/bytes.ts'
import { toPayload } from '../envelope/payload.ts'
import { seal } from '../envelope/seal.ts'
import { plainManner, type Sheet } from '../form/form.ts'
import { evaluation } from '../instrument/evaluation.ts'
import type { PaperKey } from '../protocol/office.ts'
import type { PaperForm, SealedPaper } from './office.ts'

const items = evaluation.items.map(item => item.id)

/**
 * The envelope of a paper form, under an id of its own. The paper does not say in which month it was filled in, so neither
 * does the payload. Throws when it can't be sealed to that key.
 */
export async function envelopeOf(
  form: PaperForm,
  ward: string,
  { id: key, publicKey }: PaperKey['key'],
  crypto: Crypto,
): Promise<SealedPaper> {
  const payload = toPayload(sheetOf(form), form.end, form.wording, 'unsure')
  const id = toHex(crypto.getRandomValues(new Uint8Array(16)))
  const bytes = await seal(payload, { id, ward, key, paper: true }, publicKey)
  return { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
}

/** As if the person had come to each statement up to where they stopped; what is left out there is skipped. */
function sheetOf({ language, words, marks, topics, end }: PaperForm): Sheet {
  const last = end === 'finished' ? items.length : items.findLastIndex(item => marks[item] !== undefined) + 1
  return {
    outline: { instrument: evaluation.id, version: evaluation.version, items },
    language,
    manner: { ...plainManner, words },
    // The paper does not say who helped, nor who read it aloud. No version of a payload has a word for that: the mark of
    // paper, to which the seal is bound, says so instead, and a count takes both as not known (results/how.ts).
    helper: 'nobody',
    answers: Object.fromEntries(items.slice(0, last).map(item => [item, marks[item] ?? 'skipped'])),
    topics,
  }
}
