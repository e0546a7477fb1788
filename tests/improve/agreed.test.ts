import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Event, step } from '../../src/improve/action.ts'
import { cameTo, claimed, meeting, proposed, said, walk } from './actions.ts'

describe('agreed and done', () => {
  it('are never reached by a leader, whatever is sent and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(claimed('leader'), { maxLength: 20 }), events => {
        const end = events.reduce(step, proposed())
        expect(['proposed', 'refused']).toContain(end.state)
        expect(events.reduce(step, cameTo('agreed')).state).not.toBe('done')
        expect(events.reduce(step, cameTo('under way')).state).not.toBe('done')
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('have a meeting behind them that an advocate told of, on every way there is', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(walk, moves => {
        const end = moves.reduce((action, move) => step(action, move(action)), proposed())
        reached.add(end.state)
        const told = (type: 'agree' | 'finish') =>
          end.entries.some(
            (entry, n) =>
              entry.type === type &&
              entry.role === 'advocate' &&
              entry.on >= entry.meeting.meetingOn &&
              entry.meeting.meetingOn >= (end.entries[n - 1]?.on ?? ''),
          )
        if (end.state === 'agreed' || end.state === 'under way' || end.state === 'done')
          expect(told('agree')).toBe(true)
        if (end.state === 'done') expect(told('finish')).toBe(true)
      }),
      { numRuns: 2000, seed: 2 },
    )
    expect([...reached].toSorted()).toEqual(['agreed', 'done', 'proposed', 'refused', 'under way'])
  })

  it('are what people said of a meeting that has been, on a day, with an advocate who was there', () => {
    const action = proposed()
    const agree = said('agree', action)
    const wrong = [
      { role: 'leader' },
      { meeting: meeting('2026-03-11') },
      { meeting: meeting('last week') },
      { meeting: meeting('2026-03-02') },
      { meeting: { ...meeting(), advocate: '' } },
    ]
    for (const part of wrong) expect(step(action, { ...agree, ...part } as Event)).toBe(action)
    expect(step(action, agree).state).toBe('agreed')
  })

  it('are of the action that people were told of: one that changed meanwhile goes to them again', () => {
    const action = proposed()
    const agree = said('agree', action)
    const plan = { what: 'Hold a meeting once a year', who: 'ward manager', by: '2027-03-01' }
    const changed = step(action, { type: 'change', on: '2026-03-09', role: 'leader', plan })
    expect(changed.plan).toBe(plan)
    expect(step(changed, agree)).toBe(changed)
    expect(step(changed, said('agree', changed)).state).toBe('agreed')
  })

  it('fix the plan: what people agreed to is not changed by anybody', () => {
    const action = cameTo('agreed')
    const plan = { what: 'Something else', who: 'ward manager', by: '2026-07-01' }
    expect(step(action, { type: 'change', on: '2026-04-01', role: 'leader', plan })).toBe(action)
  })

  it('are not said of a meeting before the one that agreed', () => {
    const action = cameTo('under way')
    expect(step(action, said('finish', action, '2026-03-09'))).toBe(action)
  })
})
