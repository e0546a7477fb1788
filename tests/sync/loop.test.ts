import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_ENVELOPES } from '../../src/protocol/paths.ts'
import { FIRST, type Loop, type LoopEvent, loop, pause, still } from '../../src/sync/loop.ts'
import { confirms, restored } from '../../src/sync/standing.ts'

const heard = (...events: LoopEvent[]): Loop => events.reduce(loop, still)

describe('the loop that empties the outbox', () => {
  it('starts to talk when nudged, and is still when all is done', () => {
    expect(heard({ type: 'nudge' }).is).toBe('talking')
    expect(heard({ type: 'nudge' }, { type: 'done' })).toEqual(still)
  })

  it('goes round once more when nudged while talking, so that a form sealed meanwhile does not wait', () => {
    const again = heard({ type: 'nudge' }, { type: 'nudge' }, { type: 'done' })
    expect(again.is).toBe('talking')
    expect(loop(again, { type: 'done' }).is).toBe('still')
  })

  it('waits with a reason when stuck, and never falls still with forms behind it', () => {
    const stuck = heard({ type: 'nudge' }, { type: 'stuck', why: 'no-signal' })
    expect(stuck).toMatchObject({ is: 'waiting', why: 'no-signal', failures: 1 })
    expect(loop(stuck, { type: 'due' }).is).toBe('talking')
    expect(loop(stuck, { type: 'nudge' }).is).toBe('talking')
  })

  it('counts failures only until something goes out', () => {
    const twice = heard(
      { type: 'nudge' },
      { type: 'stuck', why: 'resting' },
      { type: 'due' },
      { type: 'stuck', why: 'resting' },
    )
    expect(twice).toMatchObject({ failures: 2 })
    expect(loop(loop(twice, { type: 'due' }), { type: 'sent' })).toMatchObject({ failures: 0 })
  })

  it('halves a batch that is too large down to one, and grows again to no more than the most', () => {
    let now = heard({ type: 'nudge' })
    for (let n = 0; n < 12; n++) now = loop(now, { type: 'halve' })
    expect(now.size).toBe(1)
    for (let n = 0; n < 12; n++) now = loop(now, { type: 'sent' })
    expect(now.size).toBe(MOST_ENVELOPES)
  })

  it('begins small again after it was stuck, so that a line that breaks often gets something through', () => {
    let now = heard({ type: 'nudge' })
    expect(now.size).toBe(FIRST)
    for (let n = 0; n < 4; n++) now = loop(now, { type: 'sent' })
    expect(now.size).toBe(MOST_ENVELOPES)
    now = loop(loop(now, { type: 'stuck', why: 'no-signal' }), { type: 'due' })
    expect(now.size).toBe(FIRST)
    // Nothing was heard of that one either.
    now = loop(loop(now, { type: 'halve' }), { type: 'stuck', why: 'no-signal' })
    expect(now.size).toBe(FIRST / 2)
  })

  it('keeps what it has learned of a good line for the forms of the next hour', () => {
    const now = heard({ type: 'nudge' }, { type: 'sent' }, { type: 'done' }, { type: 'nudge' })
    expect(now.size).toBe(FIRST * 2)
  })

  it('leaves a server alone for as long as it asked, whoever presses Send meanwhile', () => {
    const held = heard({ type: 'nudge' }, { type: 'stuck', why: 'resting', after: 20 })
    expect(loop(held, { type: 'nudge' })).toBe(held)
    expect(loop(held, { type: 'due' })).toMatchObject({ is: 'talking', failures: 0 })
  })

  it('doubles no pause for a server that says when to come back, or a wave of tablets would wait when it is long over', () => {
    const away = { type: 'stuck', why: 'resting', after: 20 } as const
    let now = heard({ type: 'nudge' }, { type: 'stuck', why: 'no-signal' }, { type: 'due' }, away)
    for (let n = 0; n < 9; n++) now = loop(loop(now, { type: 'due' }), away)
    expect(now).toMatchObject({ failures: 1 })
  })

  it('waits longer after each failure, up to five minutes, and never all tablets at the same moment', () => {
    expect(pause(1, () => 0)).toBe(1000)
    expect(pause(4, () => 0)).toBe(8000)
    expect(pause(60, () => 0)).toBe(300_000)
    expect(pause(60, () => 0.999)).toBeGreaterThanOrEqual(150_000)
  })

  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  it('never tries before the server wants to be asked, nor waits for more than five minutes', () => {
    fc.assert(
      fc.property(fc.nat(400), chance, fc.nat(100_000), (failures, random, after) => {
        const wait = pause(failures, () => random, after)
        expect(wait).toBeGreaterThanOrEqual(Math.min(after, 300) * 1000)
        expect(wait).toBeGreaterThanOrEqual(pause(failures, () => random))
        expect(wait).toBeLessThanOrEqual(300_000)
      }),
    )
  })

  const event: fc.Arbitrary<LoopEvent> = fc.oneof(
    fc
      .constantFrom<LoopEvent['type']>('nudge', 'due', 'sent', 'halve', 'done')
      .map(type => ({ type }) as LoopEvent),
    fc.record({
      type: fc.constant('stuck' as const),
      why: fc.constantFrom('no-signal' as const, 'resting' as const),
      after: fc.option(fc.nat(600), { nil: undefined }),
    }),
  )

  it('always sends something and never more than a server takes, whatever befalls it; and can always go on', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), events => {
        let now: Loop = still
        for (const one of events) {
          const was = now
          now = loop(was, one)
          expect(now.size).toBeGreaterThanOrEqual(1)
          expect(now.size).toBeLessThanOrEqual(MOST_ENVELOPES)
          expect(now.size).toBeLessThanOrEqual(was.size * 2)
          if (now.is === 'waiting') expect(now.size).toBeLessThanOrEqual(FIRST)
        }
        if (now.is !== 'talking')
          expect(loop(now, { type: now.is === 'still' ? 'nudge' : 'due' }).is).toBe('talking')
      }),
    )
  })
})

describe('what a reply says of the server', () => {
  const known = { epoch: 'a', batches: 7 }
  const said = { epoch: 'a', batches: 8, now: '2026-03-01T12:00:00.000Z' }

  it('shows a restored backup by a new epoch or by fewer batches than before', () => {
    expect(restored(undefined, said)).toBe(false)
    expect(restored(known, said)).toBe(false)
    expect(restored(known, { ...said, epoch: 'b' })).toBe(true)
    expect(restored(known, { ...said, batches: 6 })).toBe(true)
  })

  it('confirms a clock that is right to a day, and no other', () => {
    expect(confirms(said, Date.parse('2026-03-01T20:00:00Z'))).toBe(true)
    expect(confirms(said, 0)).toBe(false)
    expect(confirms(said, Date.parse('2038-01-19T03:14:08Z'))).toBe(false)
  })
})
