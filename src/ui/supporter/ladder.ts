// What "I don't understand" gives: the next agreed wording, the same for everyone, in one fixed order.
//
//   own ──▶ easy (where the ward has it on) ──▶ means ──▶ none ──▶ none
//
// Again leads back to the first. Nothing of it changes the form's manner, and the next statement begins anew.

import type { Settings } from '../../protocol/tablet.ts'
import { isOn } from '../../tablet/fitted.ts'
import { type Meant, meant } from '../../wording/hard.ts'
import { isEasy, language, meanings, original, type Plainness, wordingIn } from '../../wording/words.ts'

/** The form's own words; the plainer ones; with what the hard words mean; and no further words. */
export type Rung = 'own' | 'easy' | 'means' | 'none'

/** The agreed wordings of one form, in their order. The plainer ones where the ward has them on. */
export function ladder(settings: Settings | undefined): readonly Rung[] {
  const easy = !isEasy() && isOn(settings, language(), 'easy')
  return ['own', ...(easy ? (['easy'] as const) : []), ...(meanings() ? (['means'] as const) : []), 'none']
}

/** In which words a rung is said. */
export const plainnessOf = (rung: Rung): Plainness => (rung === 'easy' || isEasy() ? 'easy' : 'standard')

/** Whether these are the RRN's own words. */
export const isBooklet = (rung: Rung): boolean => wordingIn(plainnessOf(rung)) === original

/** What a statement's hard words mean, in the order in which they are said, and then the stem's. */
export function meantAll(item: string, task: string): readonly Meant[] {
  const said = meanings()
  return said ? [...meant(item), { id: 'task', word: task, text: said.task.join(' ') }] : []
}
