// Long sums beside requests: while a large trust's results are made, everybody else is answered.

import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import type { ResultsReply } from '../../src/protocol/results.ts'
import { type Release, release } from '../../src/results/release.ts'
import { rollingUp, rollUp } from '../../src/results/rollup.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import { wardsOf } from '../../src/server/queries/wards.ts'
import { forget, newMemory, type Remembered, textOf } from '../../src/server/remembered.ts'
import { makeBeforehand, resultsOf } from '../../src/server/results.ts'
import { inTurns } from '../../src/server/turns.ts'
import { makeTrust } from '../bench/estate.ts'
import { rowCounter } from './asked.ts'
import { openRoom } from './count/room.ts'

/** As many releases of twenty forms. */
function releases(many: number): Release[] {
  const said = { given: evaluation.items.map(() => 'sometimes' as const), topics: [] }
  const made = release(evaluation, tabulate(evaluation, Array(20).fill(said)), '2026-03-01', 10)
  if (!made) throw new Error('too few forms')
  return Array(many).fill(made)
}

it('lets others have their turn in the middle of one long sum, and comes to the same', async () => {
  const many = releases(40_000)
  let turns = 0
  let done = false
  const sum = inTurns(rollingUp(many)).finally(() => {
    done = true
  })
  while (!done) {
    await setImmediate()
    turns += 1
  }
  expect(turns).toBeGreaterThan(3)
  expect(await sum).toEqual(rollUp(many))
})

it('reads releases once for all who ask at the same time, before anybody asks, and later only what is new', async () => {
  const room = await openRoom()
  const organisation = await makeTrust(room.house, { services: 2, wards: 3, months: 3, forms: 12 })
  const counter = rowCounter()
  const db = room.house.db.withPlugin(counter)
  const remembered = newMemory()
  const askOf = async (memory: Remembered): Promise<ResultsReply> =>
    JSON.parse((await resultsOf(db, { organisation, services: 'all' }, { of: 'organisation' }, memory)) ?? '')
  const ask = () => askOf(remembered)
  await makeBeforehand({ ...room.house, db, remembered })
  expect(counter.bodies).toBe(9)
  const [one, other] = await Promise.all([ask(), ask()])
  expect(one.histories[0]?.days).toHaveLength(3)
  expect(other).toEqual(one)
  expect(counter.bodies).toBe(9)
  const [box] = await db.selectFrom('releases').selectAll().where('due', '=', '2021-12-01').execute()
  if (!box) throw new Error('no release')
  await db
    .insertInto('releases')
    .values({ ...box, id: 'new', due: '2022-01-01', body: box.body.replace('2021-12-01', '2022-01-01') })
    .execute()
  counter.bodies = 0
  const [first, second] = await Promise.all([ask(), ask()])
  expect(counter.bodies).toBe(1)
  expect(second).toEqual(first)
  expect(first).toEqual(await askOf(newMemory()))
  expect(first.histories[0]?.days.at(-1)).toEqual({
    day: '2022-01-01',
    is: 'released',
    releases: 1,
    base: box.base,
  })
  await db.deleteFrom('releases').where('id', '=', 'new').execute()
  expect(await ask()).toEqual(one)
  await room.close()
})

it('makes a ward’s results once, for whoever asks, and anew when its box has another day', async () => {
  const room = await openRoom()
  const organisation = await makeTrust(room.house, { services: 1, wards: 2, months: 3, forms: 12 })
  const counter = rowCounter()
  const db = room.house.db.withPlugin(counter)
  const [one, other] = await wardsOf(db, organisation)
  if (!one || !other) throw new Error('no wards')
  const remembered = newMemory()
  const days = async (id: string): Promise<number> => {
    counter.bodies = 0
    const text = await resultsOf(db, { organisation, services: 'all' }, { of: 'ward', id }, remembered)
    const { histories }: ResultsReply = JSON.parse(text ?? '')
    return histories[0]?.days.length ?? 0
  }
  const read = async (id: string) => [await days(id), counter.bodies]
  expect([await read(one.id), await read(other.id)]).toEqual([
    [3, 3],
    [3, 3],
  ])
  expect(await read(one.id)).toEqual([3, 0])
  await db
    .insertInto('counts')
    .values({ organisation, box: one.box, due: '2022-01-01', release: null })
    .execute()
  expect([await read(one.id), await read(other.id)]).toEqual([
    [4, 3],
    [3, 0],
  ])
  await room.close()
})

it('remembers no more than there is room for, and forgets first what nobody has asked for the longest', async () => {
  const remembered = newMemory()
  const asked = (about: string) => textOf(remembered, about, '1', async () => 'x'.repeat(99))
  for (const about of ['Ash', 'Elm', 'Oak', 'Ash']) await asked(about)
  forget(remembered.texts, 250)
  expect([...remembered.texts.keys()]).toEqual(['Oak', 'Ash'])
})
