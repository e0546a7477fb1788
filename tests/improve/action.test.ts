import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Action, type Event, isLate, isOpen, propose, replay, step } from '../../src/improve/action.ts'
import { begun, cameTo, meeting, proposal, proposed, refusal, said, walk, words } from './actions.ts'

const through = (states: Iterable<Action>) => [...states].map(({ state }) => state)

describe('an action', () => {
  it('quotes the booklet in its own words, so that nobody puts words into its mouth', () => {
    expect(proposed().source.words).toBe('I believe staff want to hear what I have to say')
    expect(proposed({ source: { kind: 'tip', id: 'tip-4' } }).source.words).toMatch(/^Allow people to change/)
    expect(proposed({ source: { kind: 'leader action', id: 'leader-2' } }).source.words).toMatch(/^Nurture/)
    expect(propose(proposal({ source: { kind: 'tip', id: 'leader-2' } }))).toBeUndefined()
  })

  it('goes from proposed to done by way of two meetings of people on the ward', () => {
    const states = ['proposed', 'agreed', 'under way', 'done'] as const
    expect(through(states.map(state => cameTo(state)))).toEqual(states)
    expect(cameTo('done')).toMatchObject({ agreed: meeting(), done: meeting('2026-05-02') })
  })

  it('can be proposed by the advocate, for people who thought of it themselves', () => {
    expect(proposed({ role: 'advocate' }).state).toBe('proposed')
    expect(propose(proposal({ role: 'reader' as 'leader' }))).toBeUndefined()
  })

  it('names who does it by a role and has a day, and a day that has gone by is seen', () => {
    const { plan } = proposal()
    for (const wrong of [{ who: 'Dr Smith' }, { what: ' ' }, { by: '2026-02-30' }, { by: '2026-03-02' }])
      expect(propose(proposal({ plan: { ...plan, ...wrong } })), JSON.stringify(wrong)).toBeUndefined()
    expect([isLate(proposed(), '2026-06-01'), isLate(proposed(), '2026-06-02')]).toEqual([false, true])
    expect(isLate(cameTo('done'), '2027-01-01')).toBe(false)
  })
})

describe('a refusal', () => {
  it('is possible until it is done, and always says why', () => {
    for (const state of ['proposed', 'agreed', 'under way'] as const)
      expect(step(cameTo(state), refusal)).toMatchObject({
        state: 'refused',
        reason: words('We have no room for it.'),
      })
    expect(step(proposed(), { ...refusal, reason: words(' ') } as Event)).toEqual(proposed())
    const done = cameTo('done')
    expect(step(done, refusal)).toBe(done)
  })

  it('stays, with what people were promised before it', () => {
    const refused = step(cameTo('agreed'), refusal)
    expect(refused).toMatchObject({ agreed: meeting() })
    for (const event of [begun, refusal, said('agree', refused), said('finish', refused)])
      expect(step(refused, event)).toBe(refused)
  })

  it('is the service’s own: an advocate does not refuse for it', () => {
    const action = proposed()
    expect(step(action, { ...refusal, role: 'advocate' } as unknown as Event)).toBe(action)
  })
})

describe('the entries', () => {
  it('lose nothing: each is kept as it came, after those before it, on every way there is', () => {
    const kept = new Set<string>()
    fc.assert(
      fc.property(walk, moves => {
        let action = proposed()
        for (const move of moves) {
          const event = move(action)
          const next = step(action, event)
          if (next === action) continue
          kept.add(event.type)
          expect(next.entries).toEqual([...action.entries, event])
          expect(next.id + next.release + next.source.words).toBe(
            action.id + action.release + action.source.words,
          )
          action = next
        }
      }),
      { numRuns: 1000, seed: 3 },
    )
    expect([...kept].toSorted()).toEqual(['agree', 'change', 'finish', 'refuse', 'start', 'word'])
  })

  it('are all that needs keeping: the action is what they make of it', () => {
    fc.assert(
      fc.property(walk, moves => {
        const end = moves.reduce((action, move) => step(action, move(action)), proposed())
        expect(replay(JSON.parse(JSON.stringify(end.entries)))).toEqual(end)
      }),
      { numRuns: 500, seed: 4 },
    )
  })

  it('say what people read as they heard it: no word of it changes once they have agreed', () => {
    const reword: Event = { type: 'word', on: '2026-06-01', role: 'leader', words: proposal().words }
    expect(step(proposed(), reword).entries.length).toBe(2)
    for (const state of ['agreed', 'under way', 'done', 'refused'] as const) {
      const heard = cameTo(state)
      expect(isOpen(heard)).toBe(state === 'agreed' || state === 'under way')
      expect(step(heard, reword)).toBe(heard)
    }
  })
})
