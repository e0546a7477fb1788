// A server's actions in memory: what is sent is stepped as the server does it, so that screens meet what it would say.

import { type Action, type Event, isOpen, propose, step } from '../../../../src/improve/action.ts'
import type { Acting, Actions } from '../../../../src/office/actions.ts'
import type { Refusal } from '../../../../src/office/office.ts'
import type { EntryRequest } from '../../../../src/protocol/actions.ts'
import { done, refused } from '../outcome.ts'

export const TODAY = '2026-03-12'
export const march = { id: 'march', due: '2026-03-01', service: 'Adult mental health', wards: ['Maple ward'] }
export const february = { ...march, id: 'february', due: '2026-02-01' }

/** What was sent, and the actions as they are. */
export interface Kept extends Actions {
  readonly sent: readonly unknown[]
  now(): readonly Action[]
  /** Somebody else writes meanwhile. */
  meanwhile(action: string, event: Event): void
}

/** An office's actions, of the releases of February and March; `through` is as whom somebody writes. */
export function fakeActions(
  actions: readonly Action[] = [],
  { through = 'leader', refuse }: { through?: 'leader' | 'advocate'; refuse?: Refusal } = {},
): Kept {
  let all = [...actions]
  const sent: unknown[] = []
  const acting = (some: readonly Action[], releases = [march, february]): Acting => ({
    today: TODAY,
    releases,
    actions: some,
    before: null,
  })
  const swap = (next: Action) => {
    all = all.map(one => (one.id === next.id ? next : one))
  }
  return {
    sent,
    now: () => all,
    meanwhile(id, event) {
      const action = all.find(one => one.id === id)
      if (action) swap(step(action, event))
    },
    all: () => done(acting(all)),
    one(id) {
      const release = all.find(one => one.id === id)?.release
      const place = [march, february].filter(one => one.id === release)
      return done(
        acting(
          all.filter(one => one.release === release),
          place,
        ),
      )
    },
    of(release) {
      const place = release === 'february' ? february : { ...march, id: release }
      const own = all.filter(one => one.release === release)
      const again = all.filter(one => one.release === 'february' && release !== 'february' && isOpen(one))
      return done(acting([...own, ...again], release === 'february' ? [place] : [place, february]))
    },
    newId: () => '0123456789abcdef0123456789abcdef',
    async propose(release, proposal) {
      sent.push(proposal)
      if (refuse) return refused(refuse)
      const action = propose({ type: 'propose', ...proposal, release, on: TODAY, role: through })
      if (!action) return refused('422.8')
      all = [...all, action]
      return done(action.id)
    },
    async enter(id, entry) {
      sent.push(entry)
      if (refuse) return refused(refuse)
      const action = all.find(one => one.id === id)
      if (!action) return refused('404.1')
      if (entry.seen !== action.entries.length) return refused('409.10')
      const next = step(action, eventOf(entry, through))
      if (next === action) return refused('409.11')
      swap(next)
      return done(undefined)
    },
  }
}

function eventOf({ seen, ...entry }: EntryRequest, role: 'leader' | 'advocate'): Event {
  const by = { on: TODAY, role }
  return 'meetingOn' in entry
    ? ({ type: entry.type, meeting: { meetingOn: entry.meetingOn, advocate: 'rosa' }, seen, ...by } as Event)
    : ({ ...entry, ...by } as Event)
}
