// What the demonstration's invented ward does about its releases: something in every state. Nobody said any of this.

import { type Event, type Plan, type Propose, propose, step } from '../../improve/action.ts'
import type { Source } from '../../improve/quote.ts'
import type { Words, YouSaid } from '../../improve/words.ts'
import { plusDays } from '../clock.ts'
import type { House } from '../house.ts'
import { keepEntry } from '../queries/actions.ts'
import { todayOf } from '../queries/organisations.ts'
import { releasesOf } from '../queries/releases.ts'
import { newId } from '../secrets.ts'

interface Tale {
  /** Of which release: 0 the newest. */
  readonly ago: number
  readonly source: Source
  readonly plan: Omit<Plan, 'by'>
  readonly words: YouSaid
  readonly next: readonly ('agree' | 'start' | 'finish' | Words)[]
}

const tales: readonly Tale[] = [
  {
    ago: 2,
    source: { kind: 'statement', id: 'eval-03' },
    plan: { what: 'Hold a community meeting every Tuesday', who: 'the ward manager' },
    words: {
      said: {
        plain: 'Staff do not always want to hear what we have to say.',
        easy: 'Staff do not always listen to us.',
      },
      did: {
        plain: 'There is a meeting of everybody on the ward each Tuesday, and people lead it in turn.',
        easy: 'We meet every Tuesday. You can lead the meeting.',
      },
    },
    next: ['agree', 'start', 'finish'],
  },
  {
    ago: 1,
    source: { kind: 'statement', id: 'eval-20' },
    plan: { what: 'Keep the garden open until ten in the evening', who: 'the ward team' },
    words: {
      said: {
        plain: 'We would like the garden to be open in the evening.',
        easy: 'We want to go in the garden in the evening.',
      },
      did: {
        plain: 'We asked whether the garden can stay open until ten.',
        easy: 'We asked if the garden can be open until ten.',
      },
    },
    next: [
      {
        plain:
          'There are too few staff after eight to be outside with you. We ask again when there are more.',
        easy: 'There are not enough staff after eight. We will ask again.',
      },
    ],
  },
  {
    ago: 1,
    source: { kind: 'statement', id: 'eval-13' },
    plan: {
      what: 'Put what was agreed at each meeting on a board, and say there what came of it',
      who: 'the occupational therapists',
    },
    words: {
      said: {
        plain: 'Things do not always change after we talk about them.',
        easy: 'We talk, but things do not change.',
      },
      did: {
        plain: 'What we agree stands on the board by the kitchen, with what came of it.',
        easy: 'We write what we agree on a board. You can see what happens.',
      },
    },
    next: ['agree', 'start'],
  },
  {
    ago: 0,
    source: { kind: 'leader action', id: 'leader-4' },
    plan: { what: 'Train staff together with people who have been on the ward', who: 'the practice leaders' },
    words: {
      said: {
        plain: 'Staff often decide about risk without us.',
        easy: 'Staff decide what is safe without us.',
      },
      did: {
        plain: 'Staff learn about sharing risk, and people who have been on the ward teach with us.',
        easy: 'Staff will learn to decide with you. People from the ward will teach them.',
      },
    },
    next: ['agree'],
  },
  {
    ago: 0,
    source: { kind: 'tip', id: 'tip-4' },
    plan: {
      what: 'Ask again before each activity whether somebody still wants to come',
      who: 'the ward team',
    },
    words: {
      said: {
        plain: 'It is hard to change our minds about an activity.',
        easy: 'It is hard to change our minds.',
      },
      did: {
        plain: 'We ask again before each activity, and no is a fine answer.',
        easy: 'We ask you again each time. You can say no.',
      },
    },
    next: [],
  },
]

/** Days from a release to its proposal, and from each entry to the next; never later than today. */
const FIRST = 2
const NEXT = 5
const PLANNED = 75

/** Tells it about the newest releases of a box. Throws where what is told can't be. */
export async function tellActions(house: House, organisation: string, box: string): Promise<void> {
  const today = await todayOf(house, organisation)
  const releases = await releasesOf(house.db, organisation, box)
  for (const { ago, source, plan, words, next } of tales) {
    const release = releases[ago]
    if (!release) continue
    const on = (n: number) => [plusDays(release.due, FIRST + n * NEXT), today].toSorted()[0] ?? today
    const by = plusDays(release.due, PLANNED)
    const id = newId(house.random)
    const first: Propose = {
      type: 'propose',
      id,
      release: release.id,
      source,
      plan: { ...plan, by },
      words,
      on: on(0),
      role: 'leader',
    }
    let action = propose(first)
    for (const [n, what] of next.entries())
      action = action && step(action, eventOf(what, on(n + 1), action.entries.length))
    if (action?.entries.length !== next.length + 1) throw new Error('an invented action that can not be')
    for (const [n, entry] of action.entries.entries())
      await keepEntry(
        house.db,
        { organisation, action: id, release: release.id, n: n + 1 },
        entry,
        `invented (${entry.role})`,
      )
  }
}

function eventOf(what: Tale['next'][number], on: string, seen: number): Event {
  if (typeof what !== 'string') return { type: 'refuse', reason: what, on, role: 'leader' }
  if (what === 'start') return { type: what, on, role: 'leader' }
  return { type: what, meeting: { meetingOn: on, advocate: 'invented' }, seen, on, role: 'advocate' }
}
