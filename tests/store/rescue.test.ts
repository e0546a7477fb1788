import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createRescuing } from '../../src/store/rescue.ts'
import { commitUnheard } from './fakes.ts'

const sealed = (n: number) => ({
  digest: `${n}`.repeat(64),
  id: `${n}`.repeat(32),
  key: 'k',
  bytes: new Uint8Array([n]),
})

let database: Database
beforeEach(() => {
  database = openDatabase()
})
afterEach(async () => {
  vi.restoreAllMocks()
  database.close()
  await Dexie.delete('equal-voice')
})

const lying = async () => (await database.outbox.toArray()).map(({ digest }) => digest[0])

describe('a rescue file that is brought in', () => {
  it('says that a form came in only where it lies here, though the database was lost half-way', async () => {
    const { add } = database.outbox
    let times = 0
    vi.spyOn(database.outbox, 'add').mockImplementation((...how) => {
      times += 1
      if (times === 2) throw new DOMException('the disk server is gone', 'AbortError')
      return add.apply(database.outbox, how)
    })
    const came = await createRescuing(database).in([sealed(1), sealed(2)])
    expect(await lying()).toEqual(['1', '2'])
    expect(came).toEqual({ came: 2, here: 0, takenBack: 0 })
  })

  it('counts a form as one that came, though nobody heard of the commit, and one that stands there twice once', async () => {
    commitUnheard()
    const came = await createRescuing(database).in([sealed(1), sealed(2), sealed(2)])
    expect(await lying()).toEqual(['1', '2'])
    expect(came).toEqual({ came: 2, here: 0, takenBack: 0 })
  })
})
