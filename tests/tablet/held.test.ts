// A form that the disk let down at its end: sealing failed, or it could not be put away. It waits as any other does.

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { BEAT, beatOf } from '../../src/store/age.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import type { Drafts } from '../../src/store/draft.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createHours } from '../../src/store/hours.ts'
import { windowLocks } from '../../src/store/locks.ts'
import { draftsOf } from '../../src/tablet/drafts.ts'
import { falling } from '../../src/tablet/fall.ts'
import { createSitting } from '../../src/tablet/sitting.ts'
import type { Moves, Scene } from '../../src/tablet/tablet.ts'
import { type Settable, watched } from '../../src/tablet/watched.ts'
import { outline } from '../fakes/tablet.ts'
import { beforePut, fakeHalves, outside } from '../store/fakes.ts'

const HOURS = 20 * 60
let n = 0
let database: Database
let drafts: Drafts
let scene: Settable<Scene>
let go: Moves
let fall: () => void
/** Whether no row is written and no envelope. */
let full: boolean | 'once'
let beat: number
let name: string

beforeEach(async () => {
  n += 1
  full = false
  beat = beatOf(Date.UTC(2026, 2, 1, 9))
  name = `held-${n}`
  database = openDatabase(name)
  const refused = () => {
    if (!full) return
    if (full === 'once') full = false
    throw new Error('the disk is full')
  }
  beforePut(table => table === 'rows' && refused())
  database.outbox.hook('creating', refused)
  drafts = createDrafts(database, fakeHalves().halves, { ...outside, ...windowLocks(navigator.locks) })
  scene = watched<Scene>({ at: 'welcome', drafts: [] })
  go = createSitting({
    scene,
    drafts: draftsOf(database, drafts),
    outline,
    newId: () => name,
    ended: () => false,
    fitting: voice => voice,
    handOver: draft => async () => {
      const bytes = new Uint8Array([1])
      await drafts.seal(draft, { digest: 'aa', id: 'aa', key: 'k', bytes })
      return undefined
    },
  })
  fall = falling(scene, go.pause)
  await createHours(database).woke(beat)
})

const is = (at: Scene['at']) => expect.poll(() => scene.get().at).toBe(at)
/** On a form again, once what was tapped is kept or refused. */
const settled = () => expect.poll(() => scene.get()).toMatchObject({ at: 'form', saved: true })

/** Amina has answered the first statement. */
async function answered(): Promise<void> {
  go.card('en', plainManner, 'nobody')
  await go.begin()
  go.step({ type: 'choose', item: 'eval-01', choice: 'not-at-all' })
  await settled()
}

/** She sends it, and the disk is full. */
async function unsealed(): Promise<void> {
  await answered()
  go.step({ type: 'stop' })
  await settled()
  full = true
  go.step({ type: 'send' })
  await is('unsealed')
}

const waits = () => expect.poll(() => scene.get()).toMatchObject({ at: 'curtain', drafts: [{ id: name }] })

/** What is gone after so many minutes of running. */
async function goneAfter(minutes: number): Promise<readonly string[]> {
  const hours = createHours(database)
  for (let ran = 0; ran < minutes; ran += BEAT) {
    beat += 1
    await hours.ran(BEAT, beat)
  }
  return drafts.expire()
}

describe('a form that could not be sealed', () => {
  it('is behind the curtain when nobody is there any more, and goes when it has had its hours', async () => {
    await unsealed()
    fall()
    expect(scene.get(), 'at once, whatever the disk does').toEqual({ at: 'curtain', drafts: [] })
    await waits()
    expect(await goneAfter(HOURS - BEAT)).toEqual([])
    expect(await goneAfter(BEAT)).toEqual([name])
    expect([await database.rows.count(), await database.outbox.count()]).toEqual([0, 0])
  })

  it('can be carried on from there and sent when the disk is well again: nothing said is lost', async () => {
    await unsealed()
    fall()
    await waits()
    full = false
    await go.carryOn(name)
    expect(scene.get()).toMatchObject({ form: { sheet: { answers: { 'eval-01': 'not-at-all' } } } })
    go.step({ type: 'stop' })
    await settled()
    go.step({ type: 'send' })
    await is('thanks')
    expect(await database.outbox.count()).toBe(1)
  })

  it('is kept whole while somebody stands before it and tries again, however long that takes', async () => {
    await unsealed()
    expect(await goneAfter(HOURS)).toEqual([])
    await go.sealAgain()
    await is('unsealed')
    expect(await goneAfter(BEAT), 'tried in vain, it is still theirs').toEqual([])
    full = false
    await go.sealAgain()
    await is('thanks')
    expect(await database.outbox.count()).toBe(1)
  })

  it('waits as any other when the tablet was turned over while it was being sealed', async () => {
    await answered()
    go.step({ type: 'stop' })
    await settled()
    full = true
    go.step({ type: 'send' })
    fall()
    await waits()
    expect(await goneAfter(HOURS)).toEqual([name])
  })
})

describe('a form that could not be put away', () => {
  it('goes when it has had its hours, as any other', async () => {
    await answered()
    full = true
    fall()
    await waits()
    expect(await goneAfter(HOURS)).toEqual([name])
  })

  it('takes the two pictures that were chosen meanwhile, when the disk is well again', async () => {
    await answered()
    full = 'once'
    go.step({ type: 'keep' })
    await go.put([3, 7])
    expect(full).toBe(false)
    await waits()
    await go.carryOn(name)
    expect(scene.get()).toMatchObject({ at: 'gate', wrong: false })
    await go.pass([3, 7])
    expect(scene.get()).toMatchObject({ form: { sheet: { answers: { 'eval-01': 'not-at-all' } } } })
  })

  it('is let go where not even its first row was written, so that no empty card stays on the curtain', async () => {
    go.card('en', plainManner, 'nobody')
    full = true
    await go.begin()
    expect(scene.get()).toEqual({ at: 'unable', why: 'write' })
    const held = (await navigator.locks.query()).held ?? []
    expect(held.map(lock => lock.name)).not.toContain(`equal-voice draft ${name}`)
  })
})
