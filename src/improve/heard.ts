// Whether a release has been answered, and what the tablets say of it: not yet, or what is done and what was refused.

import { type Action, isOpen } from './action.ts'
import type { Words } from './words.ts'

/** A release, by its id and by the day on which people told us. */
export interface Told {
  readonly id: string
  readonly due: string
}

/**
 * One answer, as people on the ward read it, in the order in which it was proposed; nothing of the office is in it. `on`: the
 * day of the meeting that agreed to it or called it done, or the day on which it was refused. `by`: the day that was agreed.
 */
export type Answered =
  | {
      readonly state: 'agreed' | 'under way'
      readonly on: string
      readonly by: string
      readonly said: Words
      readonly did: Words
    }
  | { readonly state: 'done'; readonly on: string; readonly said: Words; readonly did: Words }
  | { readonly state: 'refused'; readonly on: string; readonly said: Words; readonly reason: Words }

/** `unanswered`: "You told us on 1 March. We have not answered yet." `on`: the day from which there has been an answer. */
export type Heard =
  | { readonly kind: 'unanswered'; readonly told: string }
  | {
      readonly kind: 'answered'
      readonly told: string
      readonly on: string
      readonly answers: readonly [Answered, ...Answered[]]
    }

/** What has become of a release. What is only proposed is no answer yet, and no tablet shows it. */
export function heard({ id, due }: Told, actions: readonly Action[]): Heard {
  const own = actions.filter(({ release }) => release === id)
  const [first, ...others] = own.flatMap(action => answerOf(action) ?? [])
  if (!first) return { kind: 'unanswered', told: due }
  const days = own.flatMap(({ entries }) =>
    entries.filter(({ type }) => type === 'agree' || type === 'refuse').map(({ on }) => on),
  )
  return { kind: 'answered', told: due, on: days.toSorted()[0] ?? due, answers: [first, ...others] }
}

/** The actions of earlier releases that are still open, to be looked at again with this one, the oldest release first. */
export const lookAgain = (
  now: Told,
  releases: readonly Told[],
  actions: readonly Action[],
): readonly Action[] =>
  releases
    .filter(({ due }) => due < now.due)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .flatMap(({ id }) => actions.filter(action => action.release === id && isOpen(action)))

function answerOf(action: Action): Answered | undefined {
  const { said, did } = action.words
  switch (action.state) {
    case 'proposed':
      return undefined
    case 'refused':
      return { state: 'refused', on: action.entries.at(-1)?.on ?? '', said, reason: action.reason }
    case 'done':
      return { state: 'done', on: action.done.meetingOn, said, did }
    default:
      return { state: action.state, on: action.agreed.meetingOn, by: action.plan.by, said, did }
  }
}
