// The gate of a draft on the disk: what its record says, and that tries outlive a reload.

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_MISSES } from '../../src/form/board.ts'
import { type Form, type Pair, plainManner } from '../../src/form/form.ts'
import { start, step } from '../../src/form/step.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import type { Drafts } from '../../src/store/draft.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createGates, type Gates } from '../../src/store/gate.ts'
import { outline } from '../fakes/tablet.ts'
import { commitUnheard, fakeHalves, outside } from './fakes.ts'

const TWO: Pair = [3, 7]
const blank = start(outline, 'en', plainManner, 'nobody')
const keep = (form: Form) => step(form, { type: 'keep' })
const put = (form: Form, pictures = TWO) => step(keep(form), { type: 'put', pictures })

let n = 0
let name: string
let database: Database
let place: ReturnType<typeof fakeHalves>
let drafts: Drafts
let gates: Gates

beforeEach(async () => {
  n += 1
  name = `gates-${n}`
  place = fakeHalves()
  restart()
  await (await drafts.open('amina', blank)).save(put(blank))
})

/** The same disk after the browser was killed. */
function restart(): void {
  database?.close()
  database = openDatabase(name)
  drafts = createDrafts(database, place.halves, outside)
  gates = createGates(database)
}

const miss = async (times: number) => {
  for (let one = 0; one < times; one += 1) await gates.attempt('amina')
}

describe('a draft with two pictures', () => {
  it('says that it has them and not which, so that nobody reads them off the disk', async () => {
    expect(await drafts.list()).toEqual([expect.objectContaining({ id: 'amina', left: MOST_MISSES })])
    const record = await database.drafts.get('amina')
    expect(Object.keys(record ?? {}).sort()).toEqual(['half', 'id', 'last', 'picture', 'tries'])
    expect((await drafts.read('amina')).form).toMatchObject({ sheet: { pictures: TWO } })
  })

  it('has its rows of one size, with pictures or without, so that their length tells nothing', async () => {
    const sizes = (await database.rows.toArray()).map(({ bytes }) => bytes.length)
    expect(new Set(sizes).size).toBe(1)
  })

  it('remembers every wrong try over a reload, so that nobody tries for ever', async () => {
    await miss(3)
    restart()
    expect(await gates.left('amina')).toBe(MOST_MISSES - 3)
    await miss(2)
    restart()
    expect(await gates.left('amina')).toBe(0)
    expect(await gates.attempt('amina')).toBe(false)
    expect(await gates.left('amina')).toBe(0)
  })

  it('keeps its tries when it is answered on and put away again', async () => {
    await miss(2)
    const { draft, form } = await drafts.read('amina')
    await draft.save(keep(step(form, { type: 'carry-on', resumed: 'without-pictures' })))
    restart()
    expect(await gates.left('amina')).toBe(MOST_MISSES - 2)
  })

  it('keeps a try that was made while it was open, as where an engine has no locks', async () => {
    const { draft, form } = await drafts.read('amina')
    await miss(1)
    await draft.save(keep(step(form, { type: 'carry-on', resumed: 'without-pictures' })))
    expect(await gates.left('amina')).toBe(MOST_MISSES - 1)
  })

  it('does not count a right try', async () => {
    await miss(1)
    await gates.attempt('amina')
    await gates.spare('amina')
    expect(await gates.left('amina')).toBe(MOST_MISSES - 1)
  })

  it('counts a try once when nobody hears of the commit, and spares it once', async () => {
    commitUnheard()
    expect(await gates.attempt('amina')).toBe(true)
    expect(await gates.left('amina')).toBe(MOST_MISSES - 1)
    await miss(1)
    commitUnheard()
    await gates.spare('amina')
    expect(await gates.left('amina')).toBe(MOST_MISSES - 1)
  })

  it('counts every one of many tries at once, as from two windows', async () => {
    const counted = await Promise.all(Array.from({ length: 8 }, () => gates.attempt('amina')))
    expect(counted.filter(Boolean)).toHaveLength(MOST_MISSES)
  })

  it('is erased by its own Erase, but not by Not me', async () => {
    await expect(drafts.disown('amina')).rejects.toThrow('gated')
    expect(place.held.has('amina')).toBe(true)
    await drafts.erase('amina')
    expect(await drafts.list()).toEqual([])
  })
})

describe('a draft without pictures', () => {
  it('has no gate, and Not me erases it', async () => {
    await (await drafts.open('ben', blank)).save(keep(blank))
    expect(await gates.left('ben')).toBeUndefined()
    expect(await gates.attempt('ben')).toBe(false)
    await drafts.disown('ben')
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['amina'])
    expect(place.held.has('ben')).toBe(false)
  })
})
