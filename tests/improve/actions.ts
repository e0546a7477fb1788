// Actions as a leader, an advocate and people on a ward might make them, and events that nobody should get through.

import fc from 'fast-check'
import { type Action, type Event, type Propose, propose, step } from '../../src/improve/action.ts'

export const words = (plain: string) => ({ plain, easy: plain })
export const meeting = (meetingOn = '2026-03-10') => ({ meetingOn, advocate: 'account-7' })

/** What Grace, who leads the ward, proposes after the release of 1 March. */
export const proposal = (more: Partial<Propose> = {}): Propose => ({
  type: 'propose',
  on: '2026-03-03',
  role: 'leader',
  id: 'action-1',
  release: 'march',
  source: { kind: 'statement', id: 'eval-03' },
  plan: { what: 'Hold a meeting every week', who: 'ward manager', by: '2026-06-01' },
  words: {
    said: words('Staff do not always want to hear us.'),
    did: words('We meet every week to listen.'),
  },
  ...more,
})

/** The action of a proposal. Throws when it is none. */
export function proposed(more: Partial<Propose> = {}): Action {
  const action = propose(proposal(more))
  if (!action) throw new Error('the proposal was not taken')
  return action
}

/** What the advocate records of a meeting, having read the action as it stands. */
export const said = (type: 'agree' | 'finish', { entries }: Action, day = '2026-03-10'): Event => ({
  type,
  on: day,
  role: 'advocate',
  meeting: meeting(day),
  seen: entries.length,
})

export const begun: Event = { type: 'start', on: '2026-03-12', role: 'leader' }
export const refusal: Event = {
  type: 'refuse',
  on: '2026-04-04',
  role: 'leader',
  reason: words('We have no room for it.'),
}

/** An action that came so far, by the way that everybody has to go. */
export function cameTo(state: Action['state'], more: Partial<Propose> = {}): Action {
  let action = proposed(more)
  if (state === 'proposed') return action
  if (state === 'refused') return step(action, refusal)
  action = step(action, said('agree', action))
  if (state === 'agreed') return action
  action = step(action, begun)
  return state === 'under way' ? action : step(action, said('finish', action, '2026-05-02'))
}

/** Mostly what gets through, so that walks get far, and now and then what does not. */
const mostly = (good: readonly string[], bad: readonly string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  )
const day = mostly(['2026-03-03', '2026-03-10', '2026-04-01'], ['2026-02-30', 'soon', ''])
const line = mostly(['We listen.', 'We meet.'], ['', 'Ask Dr Smith.', 'x'.repeat(300)])
const pair = fc.record({ plain: line, easy: line })

/** Any event, whole or not, with whatever role its sender claims. */
export const claimed = (...roles: readonly string[]): fc.Arbitrary<Event> =>
  fc
    .record({
      type: fc.constantFrom(
        'change',
        'word',
        'agree',
        'agree',
        'start',
        'start',
        'finish',
        'finish',
        'refuse',
      ),
      on: day,
      role: fc.constantFrom(...roles),
      meeting: fc.record({ meetingOn: day, advocate: fc.constantFrom('account-7', '') }),
      seen: fc.integer({ min: 0, max: 6 }),
      plan: fc.record({ what: line, who: line, by: day }),
      words: fc.record({ said: pair, did: pair }),
      reason: pair,
    })
    .map(event => event as Event)

/** A walk over events in which the advocate's, of a good day and of the action as it stands, are not rare. */
export const walk = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: claimed('leader', 'advocate', 'reader').map(event => () => event) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('agree' as const, 'finish' as const)
        .map(type => (action: Action) => said(type, action)),
    },
    { weight: 1, arbitrary: fc.constant(() => begun) },
  ),
  { maxLength: 20 },
)
