// A server, or a proxy before several, that says with every reply that it has forgotten: a round ends all the same.

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { digest, utf8 } from '../../src/envelope/bytes.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals } from '../../src/store/withdrawals.ts'
import { http } from '../../src/sync/http.ts'
import { createSync, type Desk, type Progress, type World } from '../../src/sync/sync.ts'
import { ward } from '../fakes/tablet.ts'

/** More than go at once. */
const FORMS = 250
const SLIP = '0'.repeat(32)
const now = '2026-03-01T12:00:00.000Z'
let n = 0
let database: Database
let desk: Desk
/** What the server keeps, by digest, and how often each came. */
let box: Map<string, number>
/** What it says of itself next. */
let epoch: () => string
let replies: number
let told: Progress | undefined
/** Milliseconds until the next try, where one is due. */
let due: number[]

const world: World = {
  random: () => 0,
  alone: work => work(),
  later: (_, milliseconds) => {
    due.push(milliseconds)
    return () => {}
  },
}

const server: typeof fetch = async (url, how) => {
  replies += 1
  if (replies > 1000) throw new Error('this round never ends')
  const standing = { epoch: epoch(), batches: 1, now }
  if (url === endpoints.checkIn) return Response.json({ settings: ward(), ...standing })
  const { envelopes = [], slips = [] } = JSON.parse(String(how?.body))
  const withdrawals = slips.map((slip: string) => ({ slip, is: 'taken-out' }))
  if (url === endpoints.withdrawals) return Response.json({ withdrawals, ...standing })
  if (url !== endpoints.envelopes) return Response.json(standing)
  const receipts = envelopes.map(({ digest }: { digest: string }) => {
    const times = box.get(digest) ?? 0
    box.set(digest, times + 1)
    return { state: times > 0 ? 'duplicate' : 'stored', digest }
  })
  return Response.json({ receipts, ...standing })
}

beforeEach(async () => {
  n += 1
  replies = 0
  box = new Map()
  due = []
  database = openDatabase(`restless-${n}`)
  const { known, learn } = createSettings(database)
  desk = {
    ...createOutbox(database),
    slips: createWithdrawals(database),
    known,
    learn,
    pass: async () => ({ token: 't', sealsTo: 'k' }),
    tally: () => tallyOf(database),
  }
  for (let form = 0; form < FORMS; form += 1) {
    const bytes = utf8(`${form}`)
    const name = await digest(bytes, crypto.subtle)
    await database.outbox.add({ digest: name, id: `${form}`, key: 'k', bytes, state: 'waiting' })
  }
})

const sync = () =>
  createSync(desk, http('', server), world, progress => {
    told = progress
  })
const round = () => {
  replies = 0
  return sync().nudge()
}
const again = () => [...box.values()].filter(times => times > 1).length
const states = async () => (await database.outbox.toArray()).map(({ state }) => state)
const all = (state: string) => Array(FORMS).fill(state)

describe('a server whose every reply is of another epoch', () => {
  beforeEach(() => {
    let replied = 0
    epoch = () => `epoch ${++replied}`
  })

  it('ends each round and is tried again later, so that a tablet does not talk until its battery is flat', async () => {
    const { nudge } = sync()
    for (let rounds = 1; rounds <= 5; rounds += 1) {
      replies = 0
      await nudge()
      expect(replies).toBeLessThan(12)
      expect(told?.loop).toMatchObject({ is: 'waiting', why: 'resting' })
    }
    expect(due, 'ever later').toEqual([1000, 2000, 4000, 8000, 16_000])
  })

  it('gets every form, and keeps one of each; none leaves the tablet for it', async () => {
    for (let rounds = 1; rounds <= 3; rounds += 1) await round()
    expect(box.size).toBe(FORMS)
    expect(await states()).toHaveLength(FORMS)
  })

  it.each(['one', 'other'])(
    'is offered them again by the next round, when that begins with epoch %s of two',
    async begins => {
      await desk.learn({ epoch: 'one', batches: 0, now })
      epoch = () => (replies === 3 ? 'other' : 'one')
      await round()
      expect(told?.loop).toMatchObject({ is: 'waiting', why: 'resting' })
      epoch = () => begins
      box.clear()
      await round()
      expect([...box.values()]).toEqual(Array(FORMS).fill(1))
      expect(await states()).toEqual(all('sent'))
    },
  )

  it('has them offered once more when it is steady again, and then they are sent', async () => {
    await round()
    epoch = () => 'steady'
    box.clear()
    await round()
    expect([...box.values()]).toEqual(Array(FORMS).fill(1))
    expect(await states()).toEqual(all('sent'))
    expect(told?.loop).toMatchObject({ is: 'still' })
  })

  it('is asked again for what was taken back, and its forms go out all the same', async () => {
    await database.withdrawals.put({ slip: SLIP, mark: 'f'.repeat(32), ward: 'maple', state: 'asked' })
    await desk.learn({ epoch: 'before', batches: 0, now })
    await round()
    expect(box.size).toBe(FORMS)
    epoch = () => 'steady'
    await round()
    expect((await database.withdrawals.get(SLIP))?.state).toBe('taken-out')
    expect(await states()).toEqual(all('sent'))
  })
})

describe('a server that is restored in the middle of a round', () => {
  it('gets all that it has forgotten in that very round', async () => {
    await desk.learn({ epoch: 'before', batches: 0, now })
    epoch = () => (replies < 3 ? 'before' : 'after')
    await round()
    expect(box.size).toBe(FORMS)
    expect(again(), 'those of its first two batches').toBe(150)
    expect(await states()).toEqual(all('sent'))
    expect(told?.loop).toMatchObject({ is: 'still' })
  })
})
