// The server's stored rows, changed as a disk or somebody's hand changes them: every reply is done or a numbered problem,
// the other ward goes on, and no envelope is missing from the boxes, what was put aside and what was counted.

import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/server/database/database.ts'
import type { Sent } from '../server/front.ts'
import { amount, seed } from './amounts.ts'
import { DUE, FORMS, type Furnished, furnish, run, sealed, withCopy } from './bad/house.ts'
import { isOwn, type Spoil, spoil, spoilsOf } from './bad/spoil.ts'
import { walk } from './bad/walk.ts'
import { counted, figure } from './figures.ts'

/** A start, a count and a hundred requests are a long time. */
const numRuns = Math.ceil(amount('bad') / 10)
const HOURS = 7_200_000

let house: Furnished
let willow: Sent
let maple: Sent
const reached = new Map<string, number>()
const met = new Map<string, number>()
let done = 0
let replies = 0
let aside = 0

/** Each has once stopped more than itself: a start, an office, every tablet; or would have erased a key. */
const found: readonly Omit<Spoil, 'row'>[] = [
  { table: 'wards', column: 'contacts', how: { is: 'cut', at: 5 } },
  { table: 'wards', column: 'return_to', how: { is: 'other', text: '\u0000' } },
  { table: 'tablets', column: 'heard_on', how: { is: 'other', text: 'x' } },
  { table: 'releases', column: 'due', how: { is: 'other', text: 'x' } },
  { table: 'key file', column: '', how: { is: 'flipped', at: 0, bit: 0 } },
  { table: 'keys', column: 'public_key', how: { is: 'flipped', at: 9, bit: 0 } },
  { table: 'keys', column: 'state', how: { is: 'other', text: 'x' } },
  { table: 'boxes', column: 'next_count', how: { is: 'other', text: '0026-03-01' } },
]

/** One that was passed over, and held its box up for ever. */
const noId = { table: 'envelopes', column: 'id', how: { is: 'empty' } } as const

const add = (to: Map<string, number>, name: string, n = 1) => to.set(name, (to.get(name) ?? 0) + n)

beforeAll(async () => {
  house = await furnish()
  willow = await sealed(house.willow)
  maple = await sealed(house.maple)
})
afterAll(() => {
  rmSync(house.data, { recursive: true, force: true })
  figure({
    proof: 'Bad rows of a server',
    done: `${done} spoilt servers, each started and counted, with ${replies} replies`,
    reached: `changes of ${counted(reached)}; problems ${counted(met)}`,
    came: `every reply done or numbered, 0 crashes, ${aside} spoilt forms put aside with a reason, 0 envelopes lost`,
  })
})

/** What a server has, whatever state it is in. */
async function holds(data: string) {
  const db = await openDatabase({ folder: data })
  const bytes = (rows: { bytes: Uint8Array }[]) => rows.map(row => Buffer.from(row.bytes).toString('base64'))
  const lying = await db.selectFrom('envelopes').select(['id', 'bytes']).execute()
  const setAside = await db.selectFrom('quarantine').select(['bytes', 'problem']).execute()
  const spent = await db.selectFrom('spent').select('id').execute()
  const releases = await db.selectFrom('releases').select(['due', 'base', 'body']).execute()
  await db.destroy()
  const keys = readdirSync(join(data, 'keys'))
  return {
    lying: lying.map(({ id }, n) => ({ id, bytes: bytes(lying)[n] ?? '' })),
    aside: bytes(setAside),
    reasons: setAside.map(({ problem }) => problem),
    spent: new Set(spent.map(({ id }) => id)),
    releases,
    keys,
  }
}
type Holds = Awaited<ReturnType<typeof holds>>

/** Each form is in a box, put aside or counted, and counted ones are those of the releases. */
function expectWhole(before: Holds, after: Holds): void {
  const somewhere = new Set([...after.lying.map(({ bytes }) => bytes), ...after.aside])
  for (const { id, bytes } of before.lying) expect(somewhere.has(bytes) || after.spent.has(id)).toBe(true)
  for (const bytes of before.aside) expect(somewhere).toContain(bytes)
  expect(after.keys, 'no key goes that something is sealed to').toEqual(expect.arrayContaining(before.keys))
  const fresh = after.releases.filter(({ due }) => due === DUE)
  for (const { base } of fresh) expect(base, 'few enough to guess from').toBeGreaterThanOrEqual(8)
}

/** A copy of the house with changes in it; what is logged of them is nothing to read here. */
async function withSpoilt<T>(changes: readonly Spoil[], work: (data: string, stand: Spoil[]) => Promise<T>) {
  const quiet = [process.stderr, process.stdout].map(to => vi.spyOn(to, 'write').mockReturnValue(true))
  try {
    return await withCopy(house.data, async data => {
      const stand = spoil(data, house.willow.ward, changes)
      for (const { table, column } of stand) add(reached, `${table} ${column}`.trim())
      done += 1
      return work(data, stand)
    })
  } finally {
    for (const one of quiet) one.mockRestore()
  }
}

describe('a server with spoilt rows', () => {
  it('answers everybody, goes on for the other ward, and loses no envelope', { timeout: HOURS }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spoilsOf(), { minLength: 1, maxLength: 3 }), changes =>
        withSpoilt(changes, async (data, stand) => {
          const before = await holds(data)
          for (const [nth, day] of ['2026-03-20', DUE].entries()) {
            const running = await run(data, day)
            const walked = await walk({ url: running.url, house, nth, willow, maple }).finally(running.stop)
            replies += walked.replies
            for (const [number, n] of walked.problems) add(met, number, n)
            if (!stand.every(isOwn)) continue
            expect(walked.maple, 'the other ward goes on').toEqual({ settings: true, stored: true })
            expect(walked.offices, 'the office is shown').toEqual([true, true])
          }
          expectWhole(before, await holds(data))
        }),
      ),
      { numRuns, seed, examples: found.map(one => [[{ row: 0, ...one }]]) },
    )
  })

  it('counts the good forms beside a spoilt one, and puts that one aside with its reason', {
    timeout: HOURS,
  }, async () => {
    const change = spoilsOf('envelopes', ['bytes', 'digest', 'id'])
    await fc.assert(
      fc.asyncProperty(change, one =>
        withSpoilt([one], async (data, stand) => {
          const before = await holds(data)
          await (await run(data, DUE)).stop()
          const after = await holds(data)
          expectWhole(before, after)
          const bases = after.releases.filter(({ due }) => due === DUE).map(({ base }) => base)
          expect(bases.toSorted()).toEqual([FORMS - stand.length, FORMS])
          expect(after.lying).toEqual([])
          expect(after.spent.size - before.spent.size).toBe(2 * FORMS - stand.length)
          expect(after.aside.length - before.aside.length).toBe(stand.length)
          expect(after.reasons.every(reason => reason !== '')).toBe(true)
          aside += stand.length
        }),
      ),
      { numRuns: Math.ceil(numRuns / 2), seed, examples: [[{ ...noId, row: 0 }]] },
    )
  })

  it('has nothing to put aside, and every form counted, where nothing was changed', async () => {
    await withSpoilt([], async data => {
      await (await run(data, DUE)).stop()
      const after = await holds(data)
      expect(after.releases.filter(({ due }) => due === DUE).map(({ base }) => base)).toEqual([FORMS, FORMS])
      expect(after.reasons).toEqual(['422.1'])
    })
  })
})
