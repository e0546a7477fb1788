import { describe, expect, it } from 'vitest'
import { type Loop, type LoopEvent, loop, MOST, pause, still } from '../../src/sync/loop.ts'
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
    expect(now.size).toBe(MOST)
  })

  it('waits longer after each failure, up to five minutes, and never all tablets at the same moment', () => {
    expect(pause(1, () => 0)).toBe(1000)
    expect(pause(4, () => 0)).toBe(8000)
    expect(pause(60, () => 0)).toBe(300_000)
    expect(pause(60, () => 0.999)).toBeGreaterThanOrEqual(150_000)
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
