// Long sums beside requests: while a large trust's results are made, everybody else is answered.

import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { type Release, release } from '../../src/results/release.ts'
import { rollingUp, rollUp } from '../../src/results/rollup.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import { makeBeforehand, resultsOf } from '../../src/server/results.ts'
import { inTurns } from '../../src/server/turns.ts'
import { makeTrust } from '../bench/estate.ts'
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

it('makes results once for all who ask at the same time, and before anybody asks', async () => {
  const room = await openRoom()
  const organisation = await makeTrust(room.house, { services: 1, wards: 3, months: 3, forms: 12 })
  const histories = new Map()
  const ask = () =>
    resultsOf(room.house.db, { organisation, services: 'all' }, { of: 'organisation' }, histories)
  const [one, other] = await Promise.all([ask(), ask()])
  expect(one?.histories[0]?.days).toHaveLength(3)
  expect(other?.histories).toBe(one?.histories)
  const before = new Map()
  await makeBeforehand({ ...room.house, histories: before })
  expect([...before.keys()]).toEqual(expect.arrayContaining([...histories.keys()]))
  await room.close()
})
