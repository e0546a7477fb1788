// How long a waiting draft is kept: 20 hours of running and plausible nights, whatever the clock says.

import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { start, step } from '../../src/form/step.ts'
import { type Age, BEAT, beatOf, isOver, lay, ranOn, young } from '../../src/store/age.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import type { Drafts } from '../../src/store/draft.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createHours, type Hours } from '../../src/store/hours.ts'
import { countAnew, tallyOf } from '../../src/store/tally.ts'
import { outline } from '../fakes/tablet.ts'
import { commitUnheard, fakeHalves, outside } from './fakes.ts'

const HOUR = 60
const quarters = (hours: number) => (hours * HOUR) / BEAT
const run = (age: Age, hours: number) => ranOn(age, hours * HOUR)

describe('the hours of a draft', () => {
  it('are 20 of running, so that a person who sleeps finds their form again', () => {
    expect(isOver(run(young, 19.9))).toBe(false)
    expect(isOver(run(young, 20))).toBe(true)
  })

  it('count a night between two starts, and leave an hour to whoever comes back in the morning', () => {
    const night = lay(run(young, 8), 0, quarters(14))
    expect(isOver(night)).toBe(false)
    expect(isOver(run(night, 0.75))).toBe(false)
    expect(isOver(run(night, 1))).toBe(true)
  })

  it('are not over by a jump of the clock, ever, forward or back', () => {
    const jump = fc.oneof(
      fc.integer({ min: 0, max: 64 }),
      fc.integer({ min: -3_000_000, max: 3_000_000 }),
      fc.constantFrom(0, 64, -1, 65),
    )
    const day = fc.record({ jump, ran: fc.integer({ min: 0, max: 90 }) })
    let jumped = 0
    let over = 0
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), days => {
        let age = young
        let ran = 0
        for (const one of days) {
          age = ranOn(lay(age, 1000, 1000 + one.jump), one.ran)
          ran += one.ran
          if (Math.abs(one.jump) > 64) jumped += 1
          // Clocks alone give 16 hours at most: four of them it must have run.
          if (ran < 4 * HOUR) expect(isOver(age)).toBe(false)
          else if (isOver(age)) over += 1
        }
      }),
      { numRuns: 1000, seed: 1 },
    )
    expect(Math.min(jumped, over)).toBeGreaterThan(100)
  })

  it('do not count a year in a drawer, nor a clock that was set to 1970', () => {
    expect(lay(young, 0, quarters(24 * 365)).gaps).toBe(0)
    expect(lay(young, beatOf(Date.UTC(2026, 10, 23)), 0).gaps).toBe(0)
  })

  it('never begin for a draft of an earlier version until the tablet runs on', () => {
    expect(isOver(undefined)).toBe(false)
  })
})

const blank = start(outline, 'en', plainManner, 'nobody')
const kept = step(blank, { type: 'keep' })
let n = 0
let database: Database
let place: ReturnType<typeof fakeHalves>
let drafts: Drafts
let hours: Hours
let now = beatOf(Date.UTC(2026, 2, 1, 9))

beforeEach(async () => {
  n += 1
  database = openDatabase(`ages-${n}`)
  place = fakeHalves()
  drafts = createDrafts(database, place.halves, outside)
  hours = createHours(database)
  now = beatOf(Date.UTC(2026, 2, 1, 9))
  await database.write(() => countAnew(database))
  await hours.woke(now)
})

const runs = async (long: number) => {
  for (let beat = 0; beat < quarters(long); beat += 1) {
    now += 1
    await hours.ran(BEAT, now)
  }
}
const ids = async () => (await drafts.list()).map(({ id }) => id)

describe('a draft that nobody comes back to', () => {
  it('is erased when its hours are over, its file first, is counted, and nothing of it is sent', async () => {
    await (await drafts.open('amina', blank)).save(kept)
    await runs(19)
    expect(await drafts.expire()).toEqual([])
    await runs(1)
    place.log.length = 0
    expect(await drafts.expire()).toEqual(['amina'])
    expect(place.log).toContain('remove')
    expect(place.held.size).toBe(0)
    expect([await ids(), await database.rows.count(), await database.outbox.count()]).toEqual([[], 0, 0])
    expect((await tallyOf(database)).erased).toBe(1)
  })

  it('has its hours again from each save, so that nobody loses a form they go on with', async () => {
    const draft = await drafts.open('amina', blank)
    await draft.save(kept)
    await runs(15)
    const again = await drafts.read('amina')
    await again.draft.save(step(kept, { type: 'carry-on', resumed: 'without-pictures' }))
    again.draft.letGo()
    await runs(15)
    expect(await drafts.expire()).toEqual([])
    await runs(5)
    expect(await drafts.expire()).toEqual(['amina'])
  })

  it('is never erased while it is open, here or in another window', async () => {
    await drafts.open('amina', blank)
    await runs(21)
    expect(await drafts.expire()).toEqual([])
    const elsewhere = createDrafts(database, place.halves, { ...outside, hold: async () => undefined })
    expect(await elsewhere.expire()).toEqual([])
    expect(await ids()).toEqual(['amina'])
  })

  it('waits for the next try where its file can not be removed', async () => {
    await (await drafts.open('amina', blank)).save(kept)
    await runs(20)
    place.refuse.add('remove')
    expect(await drafts.expire()).toEqual([])
    expect(await ids()).toEqual(['amina'])
    place.refuse.clear()
    expect(await drafts.expire()).toEqual(['amina'])
  })

  it('is counted once when a crash comes between its file and its rows, and when nobody hears of the commit', async () => {
    await (await drafts.open('amina', blank)).save(kept)
    await (await drafts.open('ben', blank)).save(kept)
    await runs(20)
    place.held.delete('amina')
    await drafts.sweep()
    expect((await tallyOf(database)).erased).toBe(1)
    commitUnheard()
    expect(await drafts.expire()).toEqual(['ben'])
    expect((await tallyOf(database)).erased).toBe(2)
  })

  it('grows no older by a beat of which nobody heard', async () => {
    await (await drafts.open('amina', blank)).save(kept)
    commitUnheard()
    await hours.ran(BEAT, now)
    expect((await database.drafts.get('amina'))?.age).toEqual({ ran: BEAT, gaps: 0, since: BEAT })
  })

  it('grows older by the night between two starts, and by nothing when the clock jumped', async () => {
    await (await drafts.open('amina', blank)).save(kept)
    await hours.woke(now + quarters(10))
    await hours.woke(0)
    await hours.woke(now)
    expect((await database.drafts.get('amina'))?.age?.gaps).toBe(10 * HOUR)
  })
})
