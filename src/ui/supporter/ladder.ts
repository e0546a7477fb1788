// What "I don't understand" gives: the next agreed wording, the same for everyone, in one fixed order.
//
//   own ──▶ easy (where the ward has it on) ──▶ means ──▶ none ──▶ none
//
// Again leads back to the first. Nothing of it changes the form's manner, and the next statement begins anew.

import { hardWords } from '../../wording/hard.ts'
import { isEasy, language, meanings, original, type Plainness, wordingIn } from '../../wording/words.ts'

/** The form's own words; the plainer ones; with what the hard words mean; and no further words. */
export type Rung = 'own' | 'easy' | 'means' | 'none'

/** The agreed wordings of one form, in their order. `on` names the wordings that the ward has switched on. */
export function ladder(on: readonly string[]): readonly Rung[] {
  const easy = !isEasy() && on.includes(`${language()}/easy`)
  return ['own', ...(easy ? (['easy'] as const) : []), ...(meanings() ? (['means'] as const) : []), 'none']
}

/** In which words a rung is said. */
export const plainnessOf = (rung: Rung): Plainness => (rung === 'easy' || isEasy() ? 'easy' : 'standard')

/** Whether these are the RRN's own words. */
export const isBooklet = (rung: Rung): boolean => wordingIn(plainnessOf(rung)) === original

/** A hard word, or the stem's task or project, and what it means in our words. */
export interface Meant {
  readonly id: string
  readonly word: string
  readonly text: string
}

/** What a statement's hard words mean, in the order in which they are said, and then the stem's. */
export function meant(item: string, task: string): readonly Meant[] {
  const said = meanings()
  if (!said) return []
  const words = (hardWords[item] ?? []).map(id => ({ id, ...said.words[id] }))
  return [...words, { id: 'task', word: task, text: said.task.join(' ') }]
}
