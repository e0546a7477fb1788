import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createOutbox, type Outbox } from '../../src/store/outbox.ts'
import { createSettings, type Enrolment } from '../../src/store/settings.ts'
import { countAnew, tallyOf } from '../../src/store/tally.ts'
import { ward } from '../fakes/tablet.ts'
import { commitUnheard } from './fakes.ts'

const digest = (n: number) => n.toString(16).padStart(64, '0')

let n = 0
let database: Database
let outbox: Outbox

beforeEach(async () => {
  n += 1
  database = openDatabase(`outbox-${n}`)
  outbox = createOutbox(database)
  for (const one of [1, 2, 3]) {
    const sealed = {
      digest: digest(one),
      id: `${one}`,
      key: one < 3 ? 'old' : 'new',
      bytes: new Uint8Array([one]),
    }
    await database.outbox.add({ ...sealed, state: 'waiting' })
  }
})

const waiting = async () => (await outbox.waiting(100)).map(one => one.digest)

describe('the outbox', () => {
  it('lets an envelope go only against a receipt with its own digest, so that nothing is lost on a bad line', async () => {
    const settled = await outbox.settle(
      [
        { state: 'stored', digest: digest(1) },
        { state: 'stored', digest: digest(9) },
      ],
      '2026-03-01',
    )
    expect(settled).toEqual({ arrived: 1, setAside: 0, withdrawn: 1 })
    expect(await waiting()).toEqual([digest(2), digest(3)])
    expect(await outbox.counts()).toEqual({ waiting: 2, setAside: 0, lastSent: '2026-03-01' })
  })

  it('counts a duplicate as arrived and a second receipt as nothing, so that the count staff see is true', async () => {
    const receipts = [{ state: 'duplicate' as const, digest: digest(1) }]
    expect(await outbox.settle([...receipts, ...receipts], '2026-03-01')).toEqual({
      arrived: 1,
      setAside: 0,
      withdrawn: 0,
    })
    expect(await outbox.settle(receipts, '2026-03-01')).toEqual({ arrived: 0, setAside: 0, withdrawn: 0 })
  })

  it('reports what arrived after a commit that nobody heard of, so that staff are not told that the server rests', async () => {
    commitUnheard()
    const receipts = [
      { state: 'stored' as const, digest: digest(1) },
      { state: 'refused' as const, digest: digest(2), problem: '422.1' },
    ]
    expect(await outbox.settle(receipts, '2026-03-01')).toEqual({
      arrived: 1,
      setAside: 1,
      withdrawn: 0,
    })
    expect(await outbox.counts()).toEqual({ waiting: 1, setAside: 1, lastSent: '2026-03-01' })
  })

  it('sets a refused envelope aside with its reason and its bytes, so that it can still be rescued', async () => {
    await outbox.settle([{ state: 'refused', digest: digest(1), problem: '422.1' }], '')
    expect(await outbox.counts()).toMatchObject({ waiting: 2, setAside: 1, lastSent: undefined })
    const entry = await database.outbox.get(digest(1))
    expect(entry).toMatchObject({ state: 'set-aside', problem: '422.1', bytes: new Uint8Array([1]) })
    await outbox.prune('2027-01-01')
    expect(await database.outbox.count()).toBe(3)
  })

  it('keeps sent bytes for 35 days and not a day less, in case the server is restored from a backup', async () => {
    await outbox.settle([{ state: 'stored', digest: digest(1) }], '2026-03-01')
    await outbox.prune('2026-04-04')
    expect(await database.outbox.count()).toBe(3)
    await outbox.prune('2026-04-05')
    expect(await database.outbox.count()).toBe(2)
    expect((await outbox.counts()).lastSent).toBe('2026-03-01')
  })

  it('keeps everything when the clock has jumped, so that a flat battery erases nothing', async () => {
    await outbox.settle([{ state: 'stored', digest: digest(1) }], '2026-03-01')
    for (const day of ['2099-01-01', '1970-01-01', 'no day', '2026-03-02']) await outbox.prune(day)
    expect(await database.outbox.count()).toBe(3)
  })

  it('offers the very same bytes again to a restored server, so that a backup costs nobody their voice', async () => {
    await outbox.settle([{ state: 'stored', digest: digest(1) }], '2026-03-01')
    await outbox.offerAgain()
    expect(await outbox.waiting(1)).toEqual([
      { digest: digest(1), id: '1', key: 'old', bytes: new Uint8Array([1]) },
    ])
  })

  it('offers again what a restored server could not place, so that a key that came back opens it', async () => {
    const refused = (n: number, problem: string) => ({
      state: 'refused' as const,
      digest: digest(n),
      problem,
    })
    await outbox.settle([refused(1, '422.3'), refused(2, '409.1')], '')
    await outbox.offerAgain()
    expect(await waiting()).toEqual([digest(1), digest(3)])
    expect(await outbox.waiting(1)).toEqual([
      { digest: digest(1), id: '1', key: 'old', bytes: new Uint8Array([1]) },
    ])
    await outbox.settle([refused(1, '422.3')], '')
    expect(await outbox.counts()).toMatchObject({ waiting: 1, setAside: 2 })
  })

  it('marks on disk what is about to leave, before it is given, so that nobody is told too soon that nothing had left', async () => {
    expect((await outbox.attempt(2)).map(one => one.digest)).toEqual([digest(1), digest(2)])
    const tried = async () => (await database.outbox.toArray()).map(one => 'tried' in one)
    expect(await tried()).toEqual([true, true, false])
    await outbox.settle([{ state: 'stored', digest: digest(1) }], '2026-03-01')
    await outbox.offerAgain()
    expect(await tried()).toEqual([true, true, false])
    expect((await outbox.attempt(9)).map(one => one.digest)).toEqual([digest(1), digest(2), digest(3)])
  })

  it('gives nothing to the line that it could not mark, so that what left is always known to have left', async () => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      await expect(outbox.attempt(3)).rejects.toThrow()
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect((await database.outbox.toArray()).filter(one => 'tried' in one)).toEqual([])
  })

  it('keeps nothing of a form that its person has taken back elsewhere, and counts it as that', async () => {
    const refused = { state: 'refused' as const, digest: digest(1), problem: '422.5' }
    await countAnew(database)
    expect(await outbox.settle([refused], '2026-03-01')).toEqual({ arrived: 0, setAside: 0, withdrawn: 1 })
    expect(await database.outbox.get(digest(1))).toBeUndefined()
    expect(await tallyOf(database)).toMatchObject({ sealed: 3, withdrawn: 1, waiting: 2, setAside: 0 })
  })

  it('counts a form as taken back once, after a commit that nobody heard of', async () => {
    await countAnew(database)
    commitUnheard()
    const refused = { state: 'refused' as const, digest: digest(1), problem: '422.5' }
    expect(await outbox.settle([refused], '2026-03-01')).toMatchObject({ withdrawn: 1 })
    expect(await tallyOf(database)).toMatchObject({ withdrawn: 1, waiting: 2 })
  })

  it('offers what was too new for a server once it has grown, and nothing else that was set aside', async () => {
    const refused = (n: number, problem: string) => ({
      state: 'refused' as const,
      digest: digest(n),
      problem,
    })
    await outbox.settle([refused(1, '422.6'), refused(2, '422.1'), refused(3, '422.2')], '')
    await outbox.offerNewer()
    expect(await waiting()).toEqual([digest(1), digest(2)])
  })

  it('says how many wait for each key, so that no old key is thrown away under them', async () => {
    expect(await outbox.waitingByKey()).toEqual({ old: 2, new: 1 })
  })
})

describe('settings', () => {
  const held: Enrolment = {
    token: 't',
    tablet: 'tablet-1',
    settings: ward({ organisation: 'first' }),
  }

  it('know no ward before they are told, so that a tablet nobody enrolled collects nothing', async () => {
    const settings = createSettings(database)
    expect(await settings.enrolment()).toBeUndefined()
    await settings.learn({ epoch: 'a', batches: 1 }, held.settings)
    expect(await settings.enrolment()).toBeUndefined()
  })

  it('keep the token while the ward’s words change, so that a tablet is enrolled once', async () => {
    const settings = createSettings(database)
    await settings.enrol(held, { epoch: 'a', batches: 1 })
    const news = { ...held.settings, organisation: 'second' }
    await settings.learn({ epoch: 'b', batches: 0 }, news)
    expect(await settings.enrolment()).toEqual({ ...held, settings: news })
    expect(await settings.known()).toEqual({ epoch: 'b', batches: 0 })
  })

  it.each([
    null,
    'x',
    { token: 't' },
    { ...held, settings: null },
    { ...held, settings: { ...held.settings, key: 7 } },
  ])('are of no ward, and stay as they are, where the disk has spoilt them: %j', async value => {
    const settings = createSettings(database)
    await settings.enrol(held, { epoch: 'a', batches: 1 })
    for (const name of ['enrolment', 'known']) await database.settings.put({ name, value })
    expect([await settings.enrolment(), await settings.known()]).toEqual([undefined, undefined])
    await settings.learn({ epoch: 'b', batches: 0 }, held.settings)
    expect((await database.settings.get('enrolment'))?.value).toEqual(value)
  })
})
