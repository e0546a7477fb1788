// The counts of a tablet add up, and a database that is gone is noticed.

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { forgetLoss, noticeLoss } from '../../src/store/loss.ts'
import { markForms, readMark } from '../../src/store/mark.ts'
import { count, countAnew, tallyOf } from '../../src/store/tally.ts'

let n = 0
let database: Database

beforeEach(() => {
  n += 1
  database = openDatabase(`tally-${n}`)
})

const envelope = (id: string) => ({
  digest: id.repeat(64),
  id,
  key: 'k',
  bytes: new Uint8Array([1]),
  state: 'waiting' as const,
})

describe('the counts of a tablet', () => {
  it('are undone with what they count, so that a crash makes nobody ask where a form is', async () => {
    await database.write(() => countAnew(database))
    const broken = database.write(async () => {
      await database.outbox.add(envelope('a'))
      await count(database, 'sealed')
      throw new Error('the power is gone')
    })
    await expect(broken).rejects.toThrow('the power')
    expect(await tallyOf(database)).toMatchObject({ sealed: 0, waiting: 0 })
  })

  it('begin with what waits, so that forms sealed before the counts or under another code are not called missing', async () => {
    await database.outbox.add(envelope('a'))
    await database.write(() => count(database, 'sealed'))
    expect(await tallyOf(database)).toEqual({
      sealed: 1,
      sent: 0,
      withdrawn: 0,
      erased: 0,
      waiting: 1,
      setAside: 0,
    })
    await database.write(async () => {
      await database.outbox.add(envelope('b'))
      await count(database, 'sealed')
      await count(database, 'erased', 2)
    })
    expect(await tallyOf(database)).toMatchObject({ sealed: 2, erased: 2, waiting: 2 })
  })
})

describe('the mark outside the database', () => {
  const wiped = openDatabase('tally-wiped')
  const lying = new Map<string, string>()
  beforeEach(() => {
    lying.clear()
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => lying.get(name) ?? null,
      setItem: (name: string, text: string) => void lying.set(name, text),
    })
  })

  it('says how many forms went with a database, again at each start until the office has been told', async () => {
    expect(await noticeLoss(wiped)).toBe(0)
    markForms('Maple', 3)
    expect([await noticeLoss(wiped), await noticeLoss(wiped)]).toEqual([3, 3])
    markForms('Maple', 2)
    expect(await noticeLoss(wiped)).toBe(5)
    expect(readMark()).toMatchObject({ ward: 'Maple', forms: 0 })
    forgetLoss()
    expect(await noticeLoss(wiped)).toBe(0)
  })

  it('holds nothing of a person: a ward, and two numbers', () => {
    markForms('Maple', 3)
    expect([...lying.values()].map(text => JSON.parse(text))).toEqual([
      { ward: 'Maple', forms: 3, missing: 0 },
    ])
  })

  it('stops nobody where a browser has no such storage, or something else lies there', async () => {
    lying.set('equal-voice', '"nonsense')
    expect(readMark()).toBeUndefined()
    vi.stubGlobal('localStorage', undefined)
    expect(() => markForms('Maple', 1)).not.toThrow()
    expect(await noticeLoss(wiped)).toBe(0)
  })
})
