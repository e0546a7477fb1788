// What an action comes from: a statement, a tip for staff or a leader's action, quoted from the booklet.

import { shipped } from '../instrument/instruments.ts'
import { leaderActions, tips } from '../instrument/model.ts'

/** Where an action comes from, by the id of what it quotes. */
export interface Source {
  readonly kind: 'statement' | 'tip' | 'leader action'
  readonly id: string
}

/** The same with the booklet's own words, as they were when the action was proposed. */
export interface Quoted extends Source {
  readonly words: string
}

/** The source with its words, the newest version's; undefined where the booklet has no such thing. */
export function quote({ kind, id }: Source): Quoted | undefined {
  const found = said[kind].findLast(one => one.id === id)
  return found && { kind, id, words: found.text }
}

/** A quote can't be typed, so that nothing is put into the booklet's mouth. */
const said: Readonly<Record<Source['kind'], readonly { readonly id: string; readonly text: string }[]>> = {
  statement: shipped.flatMap(({ items }) => items),
  tip: tips.ideas,
  'leader action': leaderActions.ideas,
}
