// A draft on the disk while it is answered: every tap is there, in its order, and nobody reads it.

import { beforeEach, describe, expect, it } from 'vitest'
import { ROW_SIZE } from '../../src/envelope/draft.ts'
import { type Form, MOST_TOPICS, plainManner, type Sheet } from '../../src/form/form.ts'
import { type Event, start, step } from '../../src/form/step.ts'
import { outline } from '../fakes/tablet.ts'
import { blank, choose, database, drafts, name, newDisk, next, place, restart } from './disk.ts'
import { beforePut } from './fakes.ts'

beforeEach(newDisk)

describe('a draft', () => {
  it('comes back whole after the browser was killed, so that Amina need not answer twice', async () => {
    const draft = await drafts.open('amina', blank)
    const one = choose(blank, 'eval-01')
    const two = choose(next(one), 'eval-02')
    await Promise.all([draft.save(one), draft.save(next(one)), draft.save(two)])
    expect((await restart().read('amina')).form).toEqual(two)
  })

  it('writes a tap only after the one before, so that the answer she changed to is the one that stays', async () => {
    const draft = await drafts.open('amina', blank)
    let form = blank
    const saves = (['not-at-all', 'sometimes', 'all-the-time', 'not-at-all'] as const).map(choice => {
      form = step(form, { type: 'choose', item: 'eval-01', choice })
      return draft.save(form)
    })
    await Promise.all(saves)
    expect((await restart().read('amina')).form).toEqual(form)
    const seqs = (await database.rows.toArray()).map(row => row.seq)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  })

  it('writes two rows for a tap, the answer and its draft, whether it is the first or the hundredth', async () => {
    const draft = await drafts.open('amina', blank)
    let form = blank
    for (let tap = 1; tap <= 100; tap += 1) {
      const written: string[] = []
      beforePut(table => void written.push(table))
      form = step(form, {
        type: 'choose',
        item: 'eval-01',
        choice: tap % 2 === 0 ? 'sometimes' : 'not-at-all',
      })
      await draft.save(form)
      beforePut(() => {})
      expect(written.sort()).toEqual(['drafts', 'rows'])
    }
  })

  it.each(['rows', 'drafts'])(
    'says so when the disk refuses (%s), and writes the refused tap with the next one',
    async full => {
      const draft = await drafts.open('amina', blank)
      const one = choose(blank, 'eval-01')
      beforePut(table => {
        if (table === full) throw new Error('the disk is full')
      })
      await expect(draft.save(one)).rejects.toThrow('the disk is full')
      beforePut(() => {})
      expect((await drafts.read('amina')).form).toEqual(blank)
      const two = choose(next(one), 'eval-02')
      await draft.save(two)
      expect((await restart().read('amina')).form).toEqual(two)
    },
  )

  it('writes on when iOS closes the database under it, so that no tap is lost', async () => {
    const { transaction } = IDBDatabase.prototype
    let under: IDBDatabase | undefined
    IDBDatabase.prototype.transaction = function (...how) {
      if (this.name === name) under = this
      return transaction.apply(this, how)
    }
    const draft = await drafts.open('amina', blank)
    IDBDatabase.prototype.transaction = transaction
    const was = under
    was?.close()
    expect(() => was?.transaction('rows')).toThrow()
    const one = choose(blank, 'eval-01')
    await draft.save(one)
    expect((await restart().read('amina')).form).toEqual(one)
  })

  it('asks for a flush with every write, so that a power cut takes no tap that the screen called saved', async () => {
    const { transaction } = IDBDatabase.prototype
    const asked: unknown[] = []
    IDBDatabase.prototype.transaction = function (stores, mode, how) {
      if (this.name === name && mode === 'readwrite') asked.push(how?.durability)
      return transaction.call(this, stores, mode, how)
    }
    try {
      const draft = await drafts.open('amina', blank)
      await draft.save(choose(blank, 'eval-01'))
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(asked).toEqual(['strict', 'strict'])
  })

  it('takes the taps of two tabs, one after the other, so that neither writes over the other', async () => {
    const here = await drafts.open('amina', blank)
    const there = (await drafts.read('amina')).draft
    const one = choose(blank, 'eval-01')
    const two = choose(next(one), 'eval-02')
    await here.save(one)
    await there.save(two)
    await here.save(next(two))
    expect((await restart().read('amina')).form).toEqual(next(two))
  })

  it('keeps what another tab wrote that it has not seen, so that no answer goes under', async () => {
    const here = await drafts.open('amina', blank)
    const there = (await drafts.read('amina')).draft
    await here.save(choose(blank, 'eval-01'))
    await there.save(step(blank, { type: 'present', language: 'cy', manner: plainManner }))
    const sheet = { language: 'cy', answers: { 'eval-01': 'sometimes' } }
    expect((await restart().read('amina')).form).toMatchObject({ sheet })
    expect(await database.rows.count()).toBe(3)
  })

  it('has its key’s file on disk before the first row, so that no row is ever without its key', async () => {
    place.refuse.add('write')
    await expect(drafts.open('amina', blank)).rejects.toThrow('no write here')
    expect(await database.rows.count()).toBe(0)
    expect(await drafts.list()).toEqual([])
  })

  it('is damaged when any row is missing, rather than an answer being made up', async () => {
    const draft = await drafts.open('amina', blank)
    await draft.save(choose(blank, 'eval-01'))
    for (const row of await database.rows.toArray()) {
      await database.rows.delete([row.form, row.seq])
      await expect(drafts.read('amina')).rejects.toMatchObject({ why: 'damaged' })
      await database.rows.put(row)
    }
    expect((await drafts.read('amina')).form).toEqual(choose(blank, 'eval-01'))
  })

  it('is damaged when a row was altered or moved, rather than an answer being made up', async () => {
    const draft = await drafts.open('amina', blank)
    await draft.save(choose(blank, 'eval-01'))
    const [first, second] = await database.rows.toArray()
    if (!first || !second) throw new Error('two rows at least')
    await database.rows.put({ ...first, bytes: first.bytes.map(byte => byte ^ 1) })
    await expect(drafts.read('amina')).rejects.toMatchObject({ why: 'damaged' })
    await database.rows.bulkPut([
      { ...first, seq: second.seq },
      { ...second, seq: first.seq },
    ])
    await expect(drafts.read('amina')).rejects.toMatchObject({ why: 'damaged' })
  })

  it('can not be read without its file, so that what is left on the disk is of no use to a thief', async () => {
    await drafts.open('amina', blank)
    place.held.clear()
    await expect(drafts.read('amina')).rejects.toMatchObject({ why: 'half-missing' })
  })

  it('shows a picture of its own, so that Ben does not open Amina’s', async () => {
    for (let one = 0; one < 24; one += 1) await drafts.open(`form-${one}`, blank)
    const pictures = (await drafts.list()).map(({ picture }) => `${picture.shape} ${picture.colour}`)
    expect(new Set(pictures).size).toBe(24)
  })

  it('holds no answer in the clear, so that staff with the whole tablet read nothing', async () => {
    const draft = await drafts.open('amina', blank)
    await draft.save(choose(blank, 'eval-01'))
    const all = [await database.drafts.toArray(), await database.rows.toArray()].flat()
    const text = all
      .map(one =>
        Object.values(one).map(value =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
        ),
      )
      .join()
    expect(text).not.toMatch(/sometimes|eval-/)
  })
})

describe('the disk while a form is answered', () => {
  const rows = () => database.rows.toArray()
  const taps: readonly Event[] = [
    { type: 'choose', item: 'eval-01', choice: 'not-at-all' },
    { type: 'continue' },
    { type: 'skip' },
    { type: 'back' },
    { type: 'present', language: 'cy', manner: { ...plainManner, size: 'largest' } },
    { type: 'continue' },
    ...outline.items
      .slice(2)
      .flatMap(item => [
        { type: 'choose' as const, item, choice: 'all-the-time' as const },
        { type: 'continue' as const },
      ]),
    ...outline.items.slice(0, 3).map(item => ({ type: 'talk' as const, item })),
    { type: 'continue' },
    { type: 'change', item: 'eval-02' },
    { type: 'skip' },
    { type: 'keep' },
  ]

  it('grows by one row of one size for every tap, so that nobody learns from it what was skipped', async () => {
    const draft = await drafts.open('amina', blank)
    let form = blank
    for (const [n, tap] of taps.entries()) {
      form = step(form, tap)
      await draft.save(form)
      expect((await rows()).length, tap.type).toBe(n + 2)
    }
    expect(new Set((await rows()).map(row => row.bytes.length))).toEqual(new Set([ROW_SIZE + 16]))
    expect((await restart().read('amina')).form).toEqual(form)
  })

  it('is not written to by a tap that changes nothing, so that the person need not wait for it', async () => {
    const draft = await drafts.open('amina', blank)
    const stopping = step(blank, { type: 'stop' })
    const { transaction } = IDBDatabase.prototype
    const asked: unknown[] = []
    IDBDatabase.prototype.transaction = function (stores, mode, how) {
      asked.push(mode)
      return transaction.call(this, stores, mode, how)
    }
    try {
      await draft.save(stopping)
      await draft.save(step(stopping, { type: 'go-back' }))
      await draft.save(step(blank, { type: 'back' }))
      await draft.save(step(blank, { type: 'present', language: 'en', manner: { ...plainManner } }))
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(asked).toEqual([])
    expect((await rows()).length).toBe(1)
  })

  it('begins alike for everyone, so that it does not say who is helped or reads easy words', async () => {
    const manner = { words: 'easy', size: 'largest', aloud: true, calm: true } as const
    await drafts.open('amina', start(outline, 'en', plainManner, 'nobody'))
    await drafts.open('ben', start(outline, 'pa-Guru', manner, 'interpreter'))
    const [amina, ben, ...others] = await rows()
    expect(others).toEqual([])
    expect(ben?.bytes.length).toBe(amina?.bytes.length)
  })

  it('takes the longest form there is in one row, so that a disk that refused for long can catch up', async () => {
    const manner = { words: 'standard', size: 'largest', aloud: false, calm: false } as const
    const sheet: Sheet = {
      ...{ outline, language: 'zh-Hant-HK', manner, helper: 'interpreter' },
      answers: Object.fromEntries(outline.items.map(item => [item, 'all-the-time' as const])),
      topics: outline.items.slice(-MOST_TOPICS),
    }
    const longest: Form = { state: 'kept', sheet, place: { at: 'statement', n: 23, changing: false } }
    await drafts.open('amina', longest)
    expect((await rows()).length).toBe(1)
    expect((await drafts.read('amina')).form).toEqual(longest)
  })
})
