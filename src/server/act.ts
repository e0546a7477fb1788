// What becomes of an action: the day, the role and the advocate come from here, and a refusal has its number.

import { type Action, type Event, type Propose, step } from '../improve/action.ts'
import { quote } from '../improve/quote.ts'
import { faultIn, faultOf, isShown, MOST_WHAT, MOST_WHO } from '../improve/words.ts'
import type { EntryRequest, ProposeRequest } from '../protocol/actions.ts'
import type { ProblemNumber } from '../protocol/problems.ts'
import type { Session } from './session.ts'

/** Whose entry it is: an advocate's, or the service's own, for which its leaders and its administrators speak. */
const roleOf = ({ role }: Pick<Session, 'role'>): 'advocate' | 'leader' =>
  role === 'advocate' ? 'advocate' : 'leader'

/** A proposal as it is kept. */
export const proposalOf = (asked: ProposeRequest, release: string, who: Session, on: string): Propose => ({
  type: 'propose',
  ...asked,
  release,
  on,
  role: roleOf(who),
})

/** Why a proposal is none. */
export const notProposed = ({ source, plan, words, on }: Propose): ProblemNumber =>
  !quote(source) || isWrong(plan) || !isShown(words) ? '422.8' : plan.by < on ? '422.9' : '400.1'

/** The action after what was asked for, with the entry that is kept; or the number of why not. */
export function acting(
  action: Action,
  asked: EntryRequest,
  who: Session,
  on: string,
): { readonly entry: Event } | { readonly refused: ProblemNumber } {
  const role = roleOf(who)
  const says = asked.type === 'agree' || asked.type === 'finish' ? 'advocate' : 'leader'
  if (asked.type !== 'change' && role !== says) return { refused: says === 'advocate' ? '403.3' : '403.4' }
  if (asked.seen !== action.entries.length) return { refused: '409.10' }
  const entry = entryOf(asked, role, who.person?.id ?? 'by a link', on)
  return step(action, entry) === action ? { refused: why(action, entry) } : { entry }
}

function entryOf(asked: EntryRequest, role: 'advocate' | 'leader', advocate: string, on: string): Event {
  switch (asked.type) {
    case 'change':
      return { type: asked.type, plan: asked.plan, on, role }
    case 'word':
      return { type: asked.type, words: asked.words, on, role: 'leader' }
    case 'start':
      return { type: asked.type, on, role: 'leader' }
    case 'refuse':
      return { type: asked.type, reason: asked.reason, on, role: 'leader' }
    case 'agree':
    case 'finish': {
      const meeting = { meetingOn: asked.meetingOn, advocate }
      return { type: asked.type, meeting, seen: asked.seen, on, role: 'advocate' }
    }
  }
}

// The words first, then the days: what is left is that the action is not where this can be done.
function why(action: Action, entry: Event): ProblemNumber {
  if (entry.type === 'change' && isWrong(entry.plan)) return '422.8'
  if (entry.type === 'word' && !isShown(entry.words)) return '422.8'
  if (entry.type === 'refuse' && faultIn(entry.reason)) return '422.8'
  if (entry.type === 'change' && action.state === 'proposed') return '422.9'
  if (entry.type === 'agree' && action.state === 'proposed') return '422.9'
  if (entry.type === 'finish' && action.state === 'under way') return '422.9'
  return '409.11'
}

const isWrong = ({ what, who }: Propose['plan']): boolean =>
  faultOf(what, MOST_WHAT) !== undefined || faultOf(who, MOST_WHO) !== undefined
