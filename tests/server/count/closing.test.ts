// A box that stays closed: people are told before anything is erased, nothing is erased early, and what is gone stays gone.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digest, toBase64, toHex } from '../../../src/envelope/bytes.ts'
import { markOf } from '../../../src/envelope/slip.ts'
import { plusDays } from '../../../src/server/clock.ts'
import { lookAtClosed } from '../../../src/server/closing.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { House } from '../../../src/server/house.ts'
import { ingest } from '../../../src/server/ingest.ts'
import { catchUp, eraseDeleted, reconcile } from '../../../src/server/ledger.ts'
import { overviewOf } from '../../../src/server/overview.ts'
import { boxesOf } from '../../../src/server/queries/boxes.ts'
import { saidOf } from '../../../src/server/queries/closing.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { settingsFor } from '../../../src/server/settings.ts'
import { withdraw } from '../../../src/server/withdraw.ts'
import { copy } from './backup.ts'
import { form, houseAt, left, many, on, onBothEngines, type Room } from './room.ts'

/** Forms of this day could be counted first on 1 March: told from 1 June on, erased from 1 March of the next year on. */
const ARRIVED = '2026-02-10'
const TOLD = '2026-06-01'
const OVER = '2027-03-01'

onBothEngines('a box that stays closed', (open, engine) => {
  let room: Room
  let slip = ''
  let mine: Uint8Array
  beforeEach(async () => {
    room = await open()
    slip = toHex(room.house.random(16))
    ;[mine = new Uint8Array()] = await room.lay(ARRIVED, [form('all-the-time')], {
      slip: await markOf(slip, crypto.subtle),
    })
    await room.lay(ARRIVED, many(5, form('sometimes')))
  })
  afterEach(() => room.close())

  /** The rounds of a day, as the server has them. */
  const round = async (day: string, house: House = room.house) => {
    await runDueCounts(on(house, day))
    await lookAtClosed(on(house, day))
  }
  /** A round a day. */
  const days = async (from: string, many: number, house: House = room.house) => {
    for (let n = 0; n < many; n++) await round(plusDays(from, n), house)
  }
  const box = async (house: House = room.house) => {
    const [found] = await boxesOf(house.db, room.organisation)
    if (!found) throw new Error('there is no box')
    return found
  }
  const said = async (day: string) => saidOf(await box(), day)
  const tablet = () => ({ id: 'a tablet', ...room })
  const takeBack = async (house: House = room.house) => {
    await catchUp(house)
    const [word] = await inTransaction(house, within => withdraw(within, tablet(), [slip]))
    return word?.is
  }
  const offer = async (house: House = room.house) => {
    const sent = { digest: await digest(new Uint8Array(mine), crypto.subtle), bytes: toBase64(mine) }
    const [receipt] = await inTransaction(house, within => ingest(within, tablet(), [sent]))
    return receipt?.state === 'refused' ? `refused ${receipt.problem}` : receipt?.state
  }

  it('is told of three months after it could first have been counted, by a day that says nothing of an arrival', async () => {
    await round('2026-02-12')
    expect(await box()).toMatchObject({ closed_since: '2026-03-01', told_on: null })
    await round('2026-05-31')
    expect(await said('2026-05-31')).toEqual({})
    await round(TOLD)
    expect(await said(TOLD)).toEqual({ told: TOLD, until: OVER })
    const audit = JSON.stringify(await room.house.db.selectFrom('audit').selectAll().execute())
    expect(audit).toContain('box stays closed')
    expect(audit).not.toMatch(/\b6 (forms|envelopes)|2026-02-10/)
  })

  it('is told on its tablets, to the advocate and to whoever keeps them, in the same words and with no number', async () => {
    const seen = async () => {
      const house = on(room.house, TOLD)
      const session = { organisation: room.organisation, demonstration: false, services: 'all' } as const
      const wardOf = async (role: 'advocate' | 'leader') =>
        (await overviewOf(house, { ...session, role, until: '2100-01-01' })).services[0]?.wards[0]?.closed
      const { closed } = await settingsFor(house, tablet())
      return [closed, await wardOf('advocate'), await wardOf('leader')]
    }
    expect(await seen()).toEqual([undefined, undefined, undefined])
    await round(TOLD)
    const told = { told: TOLD, until: OVER }
    expect(await seen()).toEqual([told, told, told])
  })

  it('is not told of once it is counted, and what comes later begins anew', async () => {
    await round(TOLD)
    await room.lay('2026-06-10', many(8, form('sometimes')))
    await room.lay('2026-06-30', [form('sometimes')])
    await round('2026-07-01')
    expect(await left(room)).toMatchObject({ envelopes: 1, bases: [14] })
    expect(await box()).toMatchObject({ closed_since: '2026-08-01', told_on: null })
    expect(await said('2026-07-01')).toEqual({})
    await round('2026-11-01')
    expect(await said('2026-11-01')).toMatchObject({ told: '2026-11-01' })
  })

  it('is erased after twelve months and not a day before, and then that is said for three months', async () => {
    await round(TOLD)
    await days('2027-02-20', 9)
    expect(await left(room)).toMatchObject({ envelopes: 6 })
    await days(OVER, 8)
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 0, bases: [] })
    expect(await said('2027-03-08')).toEqual({ erased: '2027-03-07' })
    expect(await said('2027-06-06')).toEqual({ erased: '2027-03-07' })
    expect(await said('2027-06-07')).toEqual({})
  })

  it('is told of first by a server that slept for years, and nothing is erased for nine months after', async () => {
    await days('2029-05-01', 10)
    expect(await said('2029-05-10')).toEqual({ told: '2029-05-01', until: '2030-02-01' })
    await days('2030-01-22', 10)
    expect(await left(room)).toMatchObject({ envelopes: 6 })
    await days('2030-02-01', 7)
    expect(await left(room)).toMatchObject({ envelopes: 0 })
  })

  it('loses nothing to a clock that jumps, and what was told too early is taken back', async () => {
    await round('2031-01-01')
    expect(await said('2031-01-01')).toMatchObject({ told: '2031-01-01' })
    await round('2026-03-02')
    expect(await said('2026-03-02')).toEqual({})
    await round(TOLD)
    expect(await said(TOLD)).toEqual({ told: TOLD, until: OVER })
    for (let jump = 0; jump < 9; jump++) {
      await days(plusDays('2031-01-01', jump * 40), 3)
      await round(plusDays('2026-06-02', jump))
    }
    expect(await left(room)).toMatchObject({ envelopes: 6 })
    expect(await said('2026-06-20')).toEqual({ told: TOLD, until: OVER })
  })

  it('keeps the forms that came later, and tells of them again', async () => {
    await round(TOLD)
    await room.lay('2027-01-10', many(2, form('sometimes')))
    await days(OVER, 8)
    expect(await left(room)).toMatchObject({ envelopes: 2 })
    expect(await box()).toMatchObject({ closed_since: '2027-02-01', told_on: null })
    await round('2027-05-01')
    expect(await said('2027-05-01')).toEqual({
      told: '2027-05-01',
      until: '2028-02-01',
      erased: '2027-03-07',
    })
  })

  it('loses each form only when that could have been counted for twelve months itself', async () => {
    await room.lay('2026-03-02', [form('sometimes')])
    await round(TOLD)
    await days(OVER, 8)
    expect(await left(room)).toMatchObject({ envelopes: 1 })
    expect(await said('2027-03-08')).toEqual({ told: TOLD, until: '2027-04-01', erased: '2027-03-07' })
    await days('2027-04-01', 8)
    expect(await left(room)).toMatchObject({ envelopes: 0 })
  })

  it('is not erased while a count of it only waits for its key', async () => {
    await round(TOLD)
    await room.lay('2026-06-10', many(8, form('sometimes')))
    await lookAtClosed(on(room.house, '2026-06-11'))
    await room.house.db.updateTable('boxes').set({ next_count: OVER }).execute()
    for (let n = 0; n < 20; n++) await lookAtClosed(on(room.house, plusDays(OVER, n)))
    expect(await left(room)).toMatchObject({ envelopes: 14 })
    await runDueCounts(on(room.house, '2027-03-20'))
    expect(await left(room)).toMatchObject({ bases: [14] })
  })

  it('waits for its next count where it says that it holds enough', async () => {
    await round(TOLD)
    await days('2027-02-25', 4)
    await room.house.db.updateTable('boxes').set({ enough: 1, next_count: '2027-04-01' }).execute()
    for (let n = 0; n < 20; n++) await lookAtClosed(on(room.house, plusDays(OVER, n)))
    expect(await left(room)).toMatchObject({ envelopes: 6 })
  })

  it('says truly to whoever asks with a slip that the form is out, and takes in no copy of it', async () => {
    await round(TOLD)
    await days(OVER, 8)
    expect(await takeBack()).toBe('taken-out')
    expect(await offer()).toBe('refused 422.5')
    expect(await takeBack()).toBe('taken-out')
  })

  it('leaves no byte in the files of SQLite or in its table', async () => {
    const tail = Buffer.from(mine.subarray(-64))
    const lies = () =>
      readdirSync(room.address.data, { recursive: true, withFileTypes: true })
        .filter(file => file.isFile())
        .some(file => readFileSync(join(file.parentPath, file.name)).includes(tail))
    if (engine === 'SQLite') expect(lies()).toBe(true)
    await round(TOLD)
    await days(OVER, 8)
    await eraseDeleted(room.house)
    expect(lies()).toBe(false)
    const rows = await room.house.db.selectFrom('envelopes').select('bytes').execute()
    expect(rows).toEqual([])
  })

  it('stays erased when a backup is restored in which its forms still lie', async () => {
    await reconcile(room.house)
    await round(TOLD)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const first = await houseAt(room.address, OVER)
    await days(OVER, 8, first)
    expect(await left({ ...room, house: first })).toMatchObject({ envelopes: 0 })
    await first.db.destroy()
    const restored = await backup.restore('2027-03-10')
    await reconcile(restored)
    expect(await left({ ...room, house: restored })).toMatchObject({ envelopes: 0 })
    expect(await box(restored)).toMatchObject({ erased_on: '2027-03-07' })
    expect(await takeBack(restored)).toBe('taken-out')
    await restored.db.destroy()
  })

  it.each(['erased', 'in the ledger'] as const)(
    'is gone whole or not at all, for whoever starts after a server that died when it was %s',
    async point => {
      await round(TOLD)
      await days(OVER, 6)
      const dies = lookAtClosed(on(room.house, '2027-03-07'), at => {
        if (at === point) throw new Error('the server dies')
      })
      await dies
      expect(await left(room)).toMatchObject({ envelopes: 6 })
      await reconcile(on(room.house, '2027-03-08'))
      expect(await left(room)).toMatchObject({ envelopes: point === 'erased' ? 6 : 0 })
      expect((await box()).erased_on).toBe(point === 'erased' ? null : '2027-03-07')
      await room.lay('2027-03-09', [form('sometimes')])
      await reconcile(on(room.house, '2027-03-09'))
      await round('2027-03-09')
      expect(await left(room)).toMatchObject({ envelopes: 1 })
      expect(await takeBack()).toBe('taken-out')
    },
  )

  it.each(['looked', 'erased', 'in the ledger'] as const)(
    'is erased or counted and never both, when its day comes as it is %s',
    async point => {
      await round(TOLD)
      await days(OVER, 6)
      await room.lay('2027-03-02', many(5, form('sometimes')))
      const other = engine === 'PostgreSQL' ? await houseAt(room.address, OVER) : room.house
      let counted: Promise<unknown> | undefined
      await lookAtClosed(on(room.house, '2027-03-07'), async at => {
        if (at !== point || counted) return
        counted = runDueCounts(on(other, '2027-04-01'))
        await Promise.race([counted, new Promise(later => setTimeout(later, 300))])
      })
      await counted
      const now = await left(room)
      const erased = (await box()).erased_on !== null
      expect(now).toMatchObject(erased ? { envelopes: 5, bases: [] } : { envelopes: 0, bases: [11] })
      expect(await takeBack()).toBe(erased ? 'taken-out' : 'opened')
      if (other !== room.house) await other.db.destroy()
    },
  )

  it.each(['looked', 'erased'] as const)(
    'is told of truly to a person who takes a form back as it is %s',
    async point => {
      await round(TOLD)
      await days(OVER, 6)
      const other = engine === 'PostgreSQL' ? await houseAt(room.address, '2027-03-07') : on(room.house, OVER)
      let word: Promise<string | undefined> | undefined
      await lookAtClosed(on(room.house, '2027-03-07'), async at => {
        if (at !== point || word) return
        word = takeBack(other)
        await Promise.race([word, new Promise(later => setTimeout(later, 300))])
      })
      expect(await word).toBe('taken-out')
      expect(await left(room)).toMatchObject({ envelopes: 0 })
      if (other.db !== room.house.db) await other.db.destroy()
    },
  )
})
