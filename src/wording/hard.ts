// Which words of the original statements are hard, for "What does this mean?" beside each of them.

import type meanings from '../../locales/en/meanings.json'
import { isEasy, itemWords, meanings as said } from './words.ts'

/** The id of a word whose meaning every language's meanings.json tells. */
export type HardWord = keyof (typeof meanings)['words']

/** A statement's hard words, in the order in which they stand in the RRN's original; the choice of words is ours. */
export const hardWords: Readonly<Record<string, readonly HardWord[]>> = {
  'eval-01': ['staff', 'take-part'],
  'eval-02': ['supported', 'participate', 'comfortable'],
  'eval-03': ['believe', 'staff', 'have-to-say'],
  'eval-04': ['believe', 'staff', 'point-of-view'],
  'eval-05': ['valued'],
  'eval-06': ['supported', 'best-possible-use', 'ability'],
  'eval-07': ['staff', 'trust', 'take-part', 'achieve', 'goal'],
  'eval-08': ['staff', 'believe', 'solution'],
  'eval-09': ['mistake', 'ok', 'staff'],
  'eval-10': ['different-way', 'supported'],
  'eval-11': ['final-decision'],
  'eval-12': ['ok', 'challenge', 'staff'],
  'eval-13': ['change'],
  'eval-14': ['staff', 'promise'],
  'eval-15': ['staff'],
  'eval-16': ['staff', 'treat', 'fairly'],
  'eval-17': ['staff', 'truth'],
  'eval-18': ['staff', 'approachable'],
  'eval-19': ['believe', 'voice', 'equal', 'staff'],
  'eval-20': ['believe', 'control'],
  'eval-21': ['believe', 'suggestion', 'staff'],
  'eval-22': ['believe', 'decision'],
  'eval-23': ['believe', 'make-change'],
}

/** A hard word and what it means, in our words. */
export interface Meant {
  readonly id: string
  readonly word: string
  readonly text: string
}

/** What a statement's hard words mean. Plainer words may do without some of them: then nothing is said of those. */
export function meant(item: string): readonly Meant[] {
  const words = (hardWords[item] ?? []).flatMap(id => {
    const found = said()?.words[id]
    return found ? [{ id, ...found }] : []
  })
  if (!isEasy()) return words
  const shown = itemWords(item).toLowerCase()
  return words.filter(({ word }) => shown.includes(word.toLowerCase()))
}
