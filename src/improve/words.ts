// The leader's own words of an action, as people on the ward will read them: short, and about nobody by name.

/** The same in plain words, and in easier ones for whoever chose pictures and plainer words. */
export interface Words {
  readonly plain: string
  readonly easy: string
}

/** "You said, we did": what people said, and what is done about it (before it is done: what will be). */
export interface YouSaid {
  readonly said: Words
  readonly did: Words
}

/** Why a text can't be shown, so that the office can say it beside the field. */
export type Fault = 'empty' | 'more than one line' | 'too long' | 'a long sentence' | 'a name'

/** Characters, at the most: of what is planned, of who does it, and of a line on a tablet. */
export const MOST_WHAT = 200
export const MOST_WHO = 60
export const MOST_PLAIN = 200
export const MOST_EASY = 120

/** Words of one sentence of easy read, at the most (Department of Health, *Making written information easier*). */
export const MOST_SENTENCE = 15

/** A title before a capital names somebody for certain. That nobody is named without one, no rule can tell. */
const name = /\b(Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Nurse|Sister)\b\.?\s+\p{Lu}|@/u

/** What is wrong with one line of at most so many characters, if anything is. */
export function faultOf(text: string, most: number): Fault | undefined {
  if (text.trim() === '') return 'empty'
  if (/\p{Cc}/u.test(text)) return 'more than one line'
  if (text.length > most) return 'too long'
  return name.test(text) ? 'a name' : undefined
}

/** What is wrong with the words of either manner, if anything is. */
export const faultIn = ({ plain, easy }: Words): Fault | undefined =>
  faultOf(plain, MOST_PLAIN) ?? faultOf(easy, MOST_EASY) ?? (isLong(easy) ? 'a long sentence' : undefined)

/** Whether both lines can be shown. */
export const isShown = ({ said, did }: YouSaid): boolean => !(faultIn(said) || faultIn(did))

const isLong = (text: string): boolean =>
  text.split(/[.?!]/).some(sentence => sentence.trim().split(/\s+/).length > MOST_SENTENCE)
