// What is wrong with what somebody types, in words that say what to do about it.

import {
  type Fault,
  faultIn,
  faultOf,
  MOST_EASY,
  MOST_PLAIN,
  MOST_SENTENCE,
  MOST_WHAT,
  MOST_WHO,
} from '../../../improve/words.ts'
import { say, actionWords as words } from '../../../wording/office.ts'

/** Letters that each line takes on a tablet, or in a plan. */
export const most = { what: MOST_WHAT, who: MOST_WHO, plain: MOST_PLAIN, easy: MOST_EASY } as const
export type Line = keyof typeof most

/** What is wrong with a line; undefined for one that can be shown. */
function faultWith(line: Line, text: string): Fault | undefined {
  // Easy read has a rule more; of the pair that is asked about, the other line is a good one.
  return line === 'easy' ? faultIn({ plain: 'Good.', easy: text }) : faultOf(text, most[line])
}

/** The same in words. */
export function faultWords(line: Line, text: string): string | undefined {
  const fault = faultWith(line, text)
  if (fault === undefined) return undefined
  return say(words.faults[fault], { over: text.length - most[line], most: most[line], n: MOST_SENTENCE })
}

/** What is typed goes on one line, also when it is pasted. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ')
