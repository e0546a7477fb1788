// A release that looks as if somebody had stuffed its box waits for an advocate: nobody else sees a figure of it till then.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { readEntries } from '../../../src/server/ledger/entries.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { overviewOf } from '../../../src/server/overview.ts'
import { letGo, releaseOf } from '../../../src/server/queries/releases.ts'
import { setAbout } from '../../../src/server/queries/wards.ts'
import { settingsFor } from '../../../src/server/settings.ts'
import { copy } from './backup.ts'
import { form, houseAt, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'

onBothEngines('a release that is held', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
    await setAbout(room.house.db, room.organisation, room.ward, { idle: 10, beds: 12, returnTo: '' })
    await room.lay('2026-02-10', many(13, form('sometimes')))
  })
  afterEach(() => room.close())

  const ward = async (role: 'leader' | 'advocate', house = room.house) =>
    (
      await overviewOf(house, {
        organisation: room.organisation,
        demonstration: false,
        role,
        services: 'all',
        until: '2026-03-01T22:00:00.000Z',
      })
    ).services[0]?.wards[0]
  const told = async () => (await settingsFor(room.house, { id: 'a tablet', ...room })).told

  it('shows leaders that somebody looks at it since its day, and neither a figure nor why', async () => {
    const [done] = await runDueCounts(on(room.house, DUE))
    const held = { id: done?.release, due: DUE, since: DUE }
    expect(await ward('leader')).toMatchObject({ releases: [] })
    expect((await ward('leader'))?.held).toEqual([held])
    expect((await ward('advocate'))?.held).toEqual([{ ...held, why: 'burst' }])
    expect(JSON.stringify(await ward('leader'))).not.toMatch(/"base"|:13\b|burst/)
    const audit = JSON.stringify(await room.house.db.selectFrom('audit').selectAll().execute())
    expect(audit).toContain('held (burst)')
    expect(audit).not.toContain('base 13')
  })

  it('is told to no tablet before it is let go, and then to all', async () => {
    const [done] = await runDueCounts(on(room.house, DUE))
    expect(await told()).toBeNull()
    expect(await letGo(room.house.db, room.organisation, done?.release ?? '')).toBe(true)
    expect(await told()).toBe(DUE)
    expect(await ward('leader')).toMatchObject({ releases: [{ due: DUE, base: 13 }], held: [] })
    expect(await letGo(room.house.db, room.organisation, done?.release ?? '')).toBe(false)
  })

  it('counts every form as it was: nothing is ever excluded by itself', async () => {
    const [done] = await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 13, bases: [13] })
    const found = await releaseOf(room.house.db, room.organisation, done?.release ?? '')
    expect(found).toMatchObject({ held: { since: DUE, why: 'burst' }, release: { base: 13 } })
  })

  it('is still held when a backup from before its count is restored', async () => {
    await reconcile(room.house)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const first = await houseAt(room.address, DUE)
    await runDueCounts(first)
    expect(readEntries(first.config.ledgerDir)).toMatchObject([{ release: { held: 'burst' } }])
    await first.db.destroy()
    const restored = await backup.restore(DUE)
    await reconcile(restored)
    expect(await ward('leader', restored)).toMatchObject({ releases: [], held: [{ due: DUE }] })
    await restored.db.destroy()
  })

  it('is none where the beds explain what came, nor in a demonstration', async () => {
    await setAbout(room.house.db, room.organisation, room.ward, { idle: 10, beds: 13, returnTo: '' })
    await runDueCounts(on(room.house, DUE))
    expect(await ward('leader')).toMatchObject({ releases: [{ due: DUE }], held: [] })
    await room.lay('2026-03-10', many(40, form('sometimes')))
    await room.house.db.updateTable('organisations').set({ demonstration: 1 }).execute()
    await runDueCounts(on(room.house, '2026-04-01'))
    expect(await ward('leader')).toMatchObject({ releases: [{ base: 40 }, { base: 13 }], held: [] })
  })
})
