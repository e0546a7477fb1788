// The beat of a tablet that runs: what it adds to waiting drafts, and what it takes from the curtain.

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { start, step } from '../../src/form/step.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import type { Drafts } from '../../src/store/draft.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { startBeat } from '../../src/tablet/beat.ts'
import type { Scene } from '../../src/tablet/tablet.ts'
import { type Settable, watched } from '../../src/tablet/watched.ts'
import { outline } from '../fakes/tablet.ts'
import { fakeHalves, outside } from '../store/fakes.ts'

const HOUR = 3_600_000
const QUARTER = HOUR / 4
const NINE = Date.UTC(2026, 2, 1, 9)
const blank = start(outline, 'en', plainManner, 'nobody')
const card = (id: string) => ({ id, shape: 'circle', colour: 'blue' }) as const

let n = 0
let database: Database
let drafts: Drafts
let scene: Settable<Scene>
let wall = NINE
let steady = 0

beforeEach(async () => {
  n += 1
  wall = NINE
  steady = 0
  database = openDatabase(`beats-${n}`)
  drafts = createDrafts(database, fakeHalves().halves, outside)
  scene = watched<Scene>({ at: 'curtain', drafts: [card('amina'), card('ben')] })
  await (await drafts.open('amina', blank)).save(step(blank, { type: 'keep' }))
})

const begin = () => startBeat({ database, drafts, scene, clocks: { wall: () => wall, steady: () => steady } })
const age = async () => (await database.drafts.get('amina'))?.age

/** Time goes by on both clocks. */
const pass = (milliseconds: number) => {
  wall += milliseconds
  steady += milliseconds
}

describe('a tablet that runs', () => {
  it('takes the card from the curtain when its form has had its hours, and leaves the others', async () => {
    const beat = await begin()
    for (let quarter = 0; quarter < 80; quarter += 1) {
      pass(QUARTER)
      await beat()
    }
    expect(await drafts.list()).toEqual([])
    expect(scene.get()).toEqual({ at: 'curtain', drafts: [card('ben')] })
  })

  it('goes by its own running when the clock is set under it, so that a jump erases nothing', async () => {
    const beat = await begin()
    for (const year of [1970, 2038, 2026]) {
      wall = Date.UTC(year, 5, 1)
      steady += QUARTER
      await beat()
    }
    expect(await age()).toEqual({ ran: 45, gaps: 0, since: 45 })
  })

  it('does not call it running when it slept with its lid shut', async () => {
    const beat = await begin()
    pass(QUARTER)
    await beat()
    pass(9 * HOUR)
    await beat()
    expect(await age()).toEqual({ ran: 15, gaps: 9 * 60, since: 0 })
  })

  it('counts a night in which it slept with the app open, though nothing ran then', async () => {
    const beat = await begin()
    pass(QUARTER)
    await beat()
    wall += 9 * HOUR
    pass(QUARTER)
    await beat()
    expect(await age()).toEqual({ ran: 15, gaps: 9 * 60 + 15, since: 0 })
  })

  it('erases nothing for clocks that are set forward again and again, short of four hours of running', async () => {
    const beat = await begin()
    for (let quarter = 0; quarter < 15; quarter += 1) {
      wall += 15 * HOUR
      pass(QUARTER)
      await beat()
    }
    expect(await drafts.list()).toHaveLength(1)
  })

  it('counts the night since it last ran, when it starts again', async () => {
    const beat = await begin()
    pass(QUARTER)
    await beat()
    wall += 11 * HOUR
    steady = 0
    await begin()
    expect(await age()).toEqual({ ran: 15, gaps: 11 * 60, since: 0 })
  })

  it('keeps no time of day but the quarter of an hour in which it last ran', async () => {
    wall = NINE + 7 * 60_000 + 123
    await begin()
    const kept = (await database.settings.toArray()).map(({ value }) => value)
    expect(kept).toEqual([NINE / QUARTER])
  })
})
