// What was deleted goes from the database's own files: once for all that was counted, surely, and in nobody's way.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { openDatabase } from '../../../src/server/database/database.ts'
import { eraseDeleted, TO_ERASE } from '../../../src/server/ledger.ts'
import { readMark, setMark } from '../../../src/server/queries/marks.ts'
import { newWard, wardOf } from '../../../src/server/queries/wards.ts'
import { counter } from './process.ts'
import { form, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'

onBothEngines('what was counted', (open, engine) => {
  let room: Room
  beforeEach(async () => {
    room = await open()
    await room.lay('2026-02-10', many(12, form('sometimes')))
  })
  afterEach(() => room.close())

  const mark = () => readMark(room.house.db, TO_ERASE)
  /** PostgreSQL writes a table anew into a file of another number; SQLite's log has no byte when it was emptied. */
  const file = async () => {
    const asked =
      engine === 'SQLite'
        ? sql<{ at: number }>`select 0 as at`
        : sql<{ at: number }>`select pg_relation_filenode('envelopes') as at`
    return (await asked.execute(room.house.db)).rows[0]?.at
  }

  /** Somebody looks at the envelopes and takes their time, beside the server. */
  async function reader(): Promise<() => Promise<void>> {
    if (engine === 'SQLite') {
      const other = new DatabaseSync(join(room.address.data, 'equal-voice.sqlite'))
      other.exec('begin; select id from envelopes')
      return async () => other.close()
    }
    const db = await openDatabase({ url: room.address.databaseUrl, folder: '' })
    const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const reads = db.transaction().execute(async within => {
      await within.selectFrom('envelopes').select('id').execute()
      begun.resolve()
      await done.promise
    })
    await begun.promise
    return async () => {
      done.resolve()
      await reads
      await db.destroy()
    }
  }

  it('is erased once for all boxes of a day, so that tablets need not wait for each', async () => {
    const { house, organisation, service } = room
    const other = await newWard(house, organisation, service, 'Rowan')
    const box = (await wardOf(house.db, organisation, other))?.box ?? ''
    await room.lay('2026-02-10', many(12, form('sometimes')), { ward: other })
    await house.db
      .updateTable('envelopes')
      .set({ box })
      .where('id', 'in', at => at.selectFrom('envelopes').select('id').orderBy('id').limit(12))
      .execute()
    const before = await file()
    await runDueCounts(on(house, DUE))
    expect((await left(room)).days).toEqual([DUE, DUE])
    expect([await mark(), await file()]).toEqual(['yes', before])
    await eraseDeleted(house)
    expect(await mark()).toBe('')
    const after = await file()
    if (engine === 'PostgreSQL') expect(after).not.toBe(before)
    await eraseDeleted(house)
    expect(await file()).toBe(after)
  })

  it.each(['taken out', 'committed'] as const)(
    'is erased by another server when the one that counted it died after it was %s',
    async point => {
      const dying = counter(room.address, DUE, point)
      await dying.reached()
      await dying.kill()
      if (point === 'taken out') await runDueCounts(on(room.house, DUE))
      expect(await mark()).toBe('yes')
      await eraseDeleted(room.house)
      expect(await mark()).toBe('')
    },
  )

  it('is erased when that was begun by a server that died', async () => {
    const db = new Proxy(room.house.db, {
      get(real, name) {
        if (name === 'getExecutor') throw new Error('died')
        const found: unknown = Reflect.get(real, name, real)
        return typeof found === 'function' ? found.bind(real) : found
      },
    })
    await setMark(room.house.db, TO_ERASE, 'yes')
    await expect(eraseDeleted({ ...room.house, db })).rejects.toThrow('died')
    const before = await file()
    await eraseDeleted(room.house)
    expect(await mark()).toBe('')
    if (engine === 'PostgreSQL') expect(await file()).not.toBe(before)
  })

  it('is not erased again for fifty times as long as it took, so that who sends waits for little of a day', async () => {
    let now = Date.parse('2026-02-02T12:00:00Z')
    // Each look at the clock is ten seconds later: so long does it take here.
    const clock = {
      now() {
        now += 10_000
        return new Date(now)
      },
    }
    const house = { ...room.house, clock }
    const marked = async (later: number) => {
      await setMark(house.db, TO_ERASE, 'yes')
      now += later
      await eraseDeleted(house)
      return mark()
    }
    expect([await marked(0), await marked(0), await marked(400_000), await marked(100_000)]).toEqual([
      '',
      'yes',
      'yes',
      '',
    ])
    // A clock that was set back makes nobody wait.
    expect(await marked(-3_600_000)).toBe('')
  })

  it('keeps nobody waiting for long while somebody reads, and is erased in the next round', async () => {
    const ends = await reader()
    await setMark(room.house.db, TO_ERASE, 'yes')
    const began = performance.now()
    const erasing = eraseDeleted(room.house)
    await new Promise(later => setTimeout(later, 200))
    // A tablet's form comes meanwhile: it waits behind whoever waits for the whole table.
    await room.lay('2026-02-11', [form('sometimes')])
    expect(performance.now() - began).toBeLessThan(8000)
    await erasing
    expect(await mark()).toBe('begun')
    await ends()
    await eraseDeleted(room.house)
    expect(await mark()).toBe('')
  }, 30_000)
})
