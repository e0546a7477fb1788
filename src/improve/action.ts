// One action, from its proposal until it is done or refused: step(action, event) is the only way an action changes.
//
//   propose ─▶ proposed ── agree* ─▶ agreed ── start ─▶ under way ── finish* ─▶ done
//              ▲ │   │                  │                   │
// change, word └─┘   └───── refuse ─────┴───────────────────┴──────────────────▶ refused
//
//   * An advocate records that people on the ward, meeting since, said so. Nothing else leads to agreed or to done, and
//     what they agreed to, the plan and the words, stays as they heard it.
//
// An event that makes no sense where the action is leaves it as it was, the very same. Every other is kept as an entry, and
// an action is what its entries make of it: whoever keeps them needs to keep nothing else, and to change nothing ever.

import { isDay } from './days.ts'
import { type Quoted, quote, type Source } from './quote.ts'
import { faultIn, faultOf, isShown, MOST_WHAT, MOST_WHO, type Words, type YouSaid } from './words.ts'

/** What is to be done, who does it (a role or a team, never a name), and by which day. */
export interface Plan {
  readonly what: string
  readonly who: string
  readonly by: string
}

/** People on the ward met on a day; the advocate who was there, by the id of an account, says what they said. */
interface Meeting {
  readonly meetingOn: string
  readonly advocate: string
}

/** The day of an entry, and whose session made it: the server's word, never the sender's. */
interface By<Role extends 'leader' | 'advocate'> {
  readonly on: string
  readonly role: Role
}

/** How an action begins, for a release. The advocate may propose too: for people who thought of it themselves. */
export interface Propose extends By<'leader' | 'advocate'> {
  readonly type: 'propose'
  readonly id: string
  readonly release: string
  readonly source: Source
  readonly plan: Plan
  readonly words: YouSaid
}

/** What people said of an action as it stood: `seen` is how many of its entries had been read when it was recorded. */
interface Said extends By<'advocate'> {
  readonly meeting: Meeting
  readonly seen: number
}

export type Event =
  | ({ readonly type: 'change'; readonly plan: Plan } & By<'leader' | 'advocate'>)
  | ({ readonly type: 'word'; readonly words: YouSaid } & By<'leader'>)
  | ({ readonly type: 'agree' } & Said)
  | ({ readonly type: 'start' } & By<'leader'>)
  | ({ readonly type: 'finish' } & Said)
  | ({ readonly type: 'refuse'; readonly reason: Words } & By<'leader'>)

interface Ground {
  readonly id: string
  readonly release: string
  readonly source: Quoted
  readonly plan: Plan
  readonly words: YouSaid
  readonly entries: readonly [Propose, ...Event[]]
}

/** One action. `agreed` and `done` are the meetings that said so. */
export type Action = Ground &
  (
    | { readonly state: 'proposed' }
    | { readonly state: 'agreed' | 'under way'; readonly agreed: Meeting }
    | { readonly state: 'done'; readonly agreed: Meeting; readonly done: Meeting }
    | { readonly state: 'refused'; readonly reason: Words; readonly agreed?: Meeting }
  )

/** A new action; undefined where it quotes nothing, or where a part of it can't be shown. */
export function propose(entry: Propose): Action | undefined {
  const { id, release, plan, words } = entry
  const source = quote(entry.source)
  if (!(source && isEntry(entry) && isPlan(plan, entry.on) && isShown(words))) return undefined
  return { id, release, source, plan, words, entries: [entry], state: 'proposed' }
}

/** The action after the event; the very same action where the event does not apply. */
export function step(action: Action, event: Event): Action {
  const next = isEntry(event) ? after(action, event) : undefined
  return next ? { ...next, entries: [...action.entries, event] } : action
}

/** The action that its entries make. */
export const replay = ([first, ...rest]: Action['entries']): Action | undefined => {
  const begun = propose(first)
  return begun && rest.reduce(step, begun)
}

/** Whether it is neither done nor refused. */
export const isOpen = ({ state }: Action): boolean => state !== 'done' && state !== 'refused'

/** Whether its day has gone by while it is open. */
export const isLate = (action: Action, today: string): boolean => isOpen(action) && action.plan.by < today

function after(action: Action, event: Event): Action | undefined {
  if (action.state === 'done' || action.state === 'refused') return undefined
  const leader = event.role === 'leader'
  switch (event.type) {
    case 'change':
      return action.state === 'proposed' && isPlan(event.plan, event.on)
        ? { ...action, plan: event.plan }
        : undefined
    case 'word':
      return leader && action.state === 'proposed' && isShown(event.words)
        ? { ...action, words: event.words }
        : undefined
    case 'agree':
      return action.state === 'proposed' && isSaid(action, event)
        ? { ...action, state: 'agreed', agreed: event.meeting }
        : undefined
    case 'start':
      return leader && action.state === 'agreed' ? { ...action, state: 'under way' } : undefined
    case 'finish':
      return action.state === 'under way' && isSaid(action, event)
        ? { ...action, state: 'done', done: event.meeting }
        : undefined
    case 'refuse':
      return leader && !faultIn(event.reason)
        ? { ...action, state: 'refused', reason: event.reason }
        : undefined
  }
}

/** Entries come from outside, so that what the types have of them is looked at all the same. */
const isEntry = ({ on, role }: Propose | Event): boolean =>
  isDay(on) && (role === 'leader' || role === 'advocate')

/** The first day on which people can have met about the action as it stands now. */
export const standsSince = ({ entries }: Action): string => entries.at(-1)?.on ?? ''

/** Whether an advocate says it, of a meeting that has been since, and of the action as it still stands. */
const isSaid = (action: Action, { role, meeting, seen, on }: Said): boolean =>
  role === 'advocate' &&
  meeting.advocate !== '' &&
  isDay(meeting.meetingOn) &&
  meeting.meetingOn <= on &&
  meeting.meetingOn >= standsSince(action) &&
  seen === action.entries.length

const isPlan = ({ what, who, by }: Plan, on: string): boolean =>
  !faultOf(what, MOST_WHAT) && !faultOf(who, MOST_WHO) && isDay(by) && by >= on
