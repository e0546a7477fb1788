// What an office and the server say to each other of a service's Readiness Checker.

import * as v from 'valibot'
import { answerSet, type Checker, MOST_EVIDENCE, speakers, type Voice } from '../improve/readiness.ts'

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

// Whatever else a text carries, no control character but the end of a line.
const evidence = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(MOST_EVIDENCE),
  v.regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u),
)

const said = {
  id,
  question: words,
  answer: v.picklist(answerSet.answers.map(({ code }) => code)),
  evidence,
  by: v.array(v.picklist(speakers)),
  together: v.boolean(),
  instead: v.exactOptional(id),
}

/**
 * What somebody says to a question. `id` is made by the sender, so that a reply that was lost makes no second voice; the day
 * and through whom it came are the server's to say.
 */
export const voiceRequest = v.strictObject(said)
export type VoiceRequest = v.InferOutput<typeof voiceRequest>

/** A voice as it is kept and told. */
export const voiceShape: v.GenericSchema<unknown, Voice> = v.object({
  ...said,
  on: words,
  through: v.exactOptional(v.literal('advocate')),
  struck: v.exactOptional(words),
})

/** One version, with all that was said in it and what was said last in the version before. */
export interface CheckerReply {
  readonly checker: Checker
}

/** Every version of a service, the newest first. */
export interface ReadinessReply {
  readonly organisation: string
  readonly service: string
  readonly checkers: readonly Checker[]
  /** The voices of which whoever asks may strike out what shows it. */
  readonly mine: readonly string[]
}
