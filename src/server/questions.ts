// Counts that should add up, and whether they do: a question to a leader about a tablet, never about a person.

import type { Question } from '../protocol/office.ts'
import { isDay, plusDays } from './clock.ts'
import type { Tallies } from './database/schema.ts'

/** Days without a word from a tablet, after which it is asked where it is. */
const SILENT_DAYS = 7

/** Days for which it is told that a tablet's count began anew: as long as it could have had envelopes. */
const ANEW_DAYS = 35

/** A tablet as the server knows it; `stored` is null while the number of its receipts is not known. */
export interface Known {
  readonly heard_on: string
  readonly ended: number
  readonly stored: number | null
}

/** As much of its own word as is looked at. */
type Said = Omit<Tallies, 'organisation' | 'tablet' | 'erased'>

/** What a tablet's counts do not explain by themselves, on a day; its own word is undefined before its first. */
export function questionsOf(tablet: Known, said: Said | undefined, today: string): Question[] {
  if (tablet.ended === 1) return []
  const questions: Question[] = []
  if (said && tablet.stored !== null && said.sent > tablet.stored)
    questions.push({ is: 'fewer-arrived', forms: said.sent - tablet.stored })
  const missing = said ? said.sealed - said.sent - said.withdrawn - said.waiting - said.set_aside : 0
  if (missing !== 0) questions.push({ is: 'no-sum', forms: Math.abs(missing) })
  if (said?.anew_on && isDay(said.anew_on) && today <= plusDays(said.anew_on, ANEW_DAYS))
    questions.push({ is: 'began-anew' })
  // A day that can't be read is none on which it was heard.
  if (!isDay(tablet.heard_on) || plusDays(tablet.heard_on, SILENT_DAYS) < today)
    questions.push({ is: 'not-heard' })
  return questions
}
