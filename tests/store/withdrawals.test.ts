import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createOutbox, type Outbox } from '../../src/store/outbox.ts'
import { countAnew, tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals, MOST_TRIES, type Withdrawals } from '../../src/store/withdrawals.ts'
import { commitUnheard } from './fakes.ts'

const WARD = 'maple'
const slip = (n: number) => n.toString(16).padStart(32, '0')
/** What stands in the envelope of a form whose slip it is. */
const mark = (n: number) => n.toString(16).padStart(32, 'f')
const digest = (n: number) => n.toString(16).padStart(64, '0')

let n = 0
let database: Database
let outbox: Outbox
let slips: Withdrawals

/** A form that was sealed here, with the slip of its number. */
const seal = (one: number, under = one) =>
  database.outbox.add({
    digest: digest(one),
    id: `${one}`,
    key: 'k',
    bytes: new Uint8Array([one]),
    slip: mark(under),
    state: 'waiting',
  })
const ask = (one: number) => slips.ask(slip(one), mark(one), WARD)
const lies = async () => (await database.outbox.toArray()).map(one => one.digest)

beforeEach(async () => {
  n += 1
  database = openDatabase(`withdrawals-${n}`)
  outbox = createOutbox(database)
  slips = createWithdrawals(database)
  await seal(1)
  await seal(2)
  await countAnew(database)
})

describe('a form that never left the tablet', () => {
  it('is taken at once and nothing of it stays, so that nobody waits for a signal to be sure', async () => {
    expect(await ask(1)).toBe('taken')
    expect(await lies()).toEqual([digest(2)])
    expect(await tallyOf(database)).toMatchObject({ sealed: 2, withdrawn: 1, waiting: 1 })
  })

  it('stays taken whatever the server says of it, since it can’t have had it', async () => {
    await ask(1)
    await slips.answer([{ slip: slip(1), is: 'kept' }], '2026-03-01')
    expect(await slips.known(slip(1))).toBe('taken')
    expect(await ask(1)).toBe('taken')
  })

  it('is asked for of the server all the same, in case a file with it comes there by hand', async () => {
    await ask(1)
    expect(await slips.unanswered()).toEqual([slip(1)])
  })

  it('is taken once, after a commit that nobody heard of', async () => {
    commitUnheard()
    expect(await ask(1)).toBe('taken')
    expect(await tallyOf(database)).toMatchObject({ withdrawn: 1, waiting: 1 })
  })
})

describe('a form that may have left', () => {
  it('is only asked for, so that nobody is told too much: a reply can be lost when the form was not', async () => {
    await outbox.attempt(1)
    expect(await ask(1)).toBe('asked')
    expect(await lies()).toEqual([digest(2)])
    await slips.answer([{ slip: slip(1), is: 'opened' }], '2026-03-01')
    expect(await slips.known(slip(1))).toBe('opened')
  })

  it('is taken when the server has no such form, since what lay here is gone', async () => {
    await outbox.attempt(1)
    await ask(1)
    await slips.answer([{ slip: slip(1), is: 'kept' }], '2026-03-01')
    expect(await slips.known(slip(1))).toBe('taken')
  })

  it('is not offered to a restored server, which is asked for it again instead', async () => {
    await outbox.settle([{ state: 'stored', digest: digest(1) }], '2026-03-01')
    expect(await ask(1)).toBe('asked')
    await slips.answer([{ slip: slip(1), is: 'taken-out' }], '2026-03-01')
    expect(await slips.unanswered()).toEqual([])
    await outbox.offerAgain()
    expect((await outbox.waiting(9)).map(one => one.digest)).toEqual([digest(2)])
    expect(await slips.unanswered()).toEqual([slip(1)])
    expect(await tallyOf(database), 'it was sent, and not taken back before').toMatchObject({ withdrawn: 0 })
  })

  it('is not asked for of another ward, which can’t answer for it', async () => {
    await ask(1)
    await slips.answer([{ slip: slip(1), is: 'kept' }], '2026-03-01')
    await outbox.offerAgain('oak')
    expect(await slips.unanswered()).toEqual([])
    await outbox.offerAgain(WARD)
    expect(await slips.unanswered()).toEqual([slip(1)])
  })
})

describe('a form of another tablet', () => {
  it('is asked for until the server says what became of it', async () => {
    expect(await ask(9)).toBe('asked')
    await slips.answer([{ slip: slip(9), is: 'too-many' }], '2026-03-01')
    expect(await slips.unanswered()).toEqual([slip(9)])
    await slips.answer([{ slip: slip(9), is: 'kept' }], '2026-03-01')
    expect(await slips.known(slip(9))).toBe('unknown')
  })

  it('is asked for anew when its slip is tapped again, since it may have come meanwhile', async () => {
    await ask(9)
    await slips.answer([{ slip: slip(9), is: 'kept' }], '2026-03-01')
    expect(await ask(9)).toBe('asked')
    expect(await slips.unanswered()).toEqual([slip(9)])
  })

  it.each([
    ['taken-out', 'taken'],
    ['opened', 'opened'],
  ] as const)('that is %s stays so, whoever asks again without a signal', async (is, known) => {
    await ask(9)
    await slips.answer([{ slip: slip(9), is }], '2026-03-01')
    expect(await ask(9)).toBe(known)
    expect(await slips.unanswered()).toEqual([])
  })
})

describe('two forms under one slip, which one in many thousand boxes holds', () => {
  it('both stay, since nobody can say whose it is', async () => {
    await seal(3, 1)
    expect(await ask(1)).toBe('asked')
    expect(await lies()).toEqual([digest(1), digest(2), digest(3)])
  })
})

describe('whoever guesses', () => {
  const guess = async (times: number) => {
    for (let one = 0; one < times; one += 1) await ask(100 + one)
  }

  it('has five tries, and then not even a right one is heard', async () => {
    await guess(MOST_TRIES)
    expect(await ask(1)).toBe('tries')
    expect(await slips.unanswered()).toHaveLength(MOST_TRIES)
    expect(await lies()).toEqual([digest(1), digest(2)])
    expect(await ask(100), 'what was asked for already is no new try').toBe('asked')
  })

  it('has no more of them by closing the app and opening it again', async () => {
    await guess(MOST_TRIES)
    database.close()
    expect(await createWithdrawals(database).ask(slip(1), mark(1), WARD)).toBe('tries')
  })

  it('has them again after an hour, so that nobody is shut out for good', async () => {
    await guess(MOST_TRIES)
    await slips.rest()
    expect(await ask(1)).toBe('taken')
  })

  it('is not whoever was right: their tries are given back', async () => {
    await guess(MOST_TRIES)
    const first = [{ slip: slip(100), is: 'taken-out' as const }]
    await slips.answer(first, '2026-03-01')
    await slips.answer(first, '2026-03-01')
    expect(await ask(200)).toBe('asked')
    expect(await ask(201)).toBe('tries')
  })
})

describe('what is kept of a slip', () => {
  it('is its slow hash, and no time of day, for 35 days after the answer', async () => {
    await ask(9)
    await slips.prune('2027-01-01')
    expect(await slips.unanswered()).toEqual([slip(9)])
    await slips.answer([{ slip: slip(9), is: 'taken-out' }], '2026-03-01')
    expect(await database.withdrawals.toArray()).toEqual([
      { slip: slip(9), mark: mark(9), ward: WARD, state: 'taken-out', on: '2026-03-01' },
    ])
    for (const jump of ['2099-01-01', '2026-03-01', '2026-04-04']) await slips.prune(jump)
    expect(await database.withdrawals.count()).toBe(1)
    await slips.prune('2026-04-05')
    expect(await database.withdrawals.count()).toBe(0)
  })

  it('is nothing where the disk refuses, so that it can be said and tried again', async () => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      await expect(ask(1)).rejects.toThrow()
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(await lies()).toEqual([digest(1), digest(2)])
    expect(await slips.unanswered()).toEqual([])
  })
})
