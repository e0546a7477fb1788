// Two counts at once, a server that dies in the middle, a backup that is restored: never twice, never lost.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Point } from '../../../src/server/count/count.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { eraseDeleted, reconcile } from '../../../src/server/ledger.ts'
import { readMark } from '../../../src/server/queries/marks.ts'
import { newSession, sessionOf } from '../../../src/server/queries/sessions.ts'
import { copy } from './backup.ts'
import { counter } from './process.ts'
import { form, houseAt, left, many, on, onBothEngines, openRoom, type Room } from './room.ts'

const DUE = '2026-03-01'
const points: readonly Point[] = ['opened', 'taken out', 'in the ledger', 'committed']

onBothEngines('a count that is disturbed', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
    await room.lay('2026-02-10', many(12, form('sometimes')))
  })
  afterEach(() => room.close())

  const counted = { envelopes: 0, spent: 12, bases: [12], days: [DUE], reasons: [] }

  it.each(points)('counts everybody once when the server is killed after %s', async point => {
    const dying = counter(room.address, DUE, point)
    await dying.reached()
    await dying.kill()
    const house = on(room.house, DUE)
    await reconcile(house)
    if (point === 'in the ledger') expect(await left(room)).toEqual(counted)
    await runDueCounts(house)
    expect(await left(room)).toEqual(counted)
    expect(readdirSync(room.house.config.ledgerDir).filter(name => name.startsWith('count-'))).toHaveLength(1)
  })

  it('counts everybody once when two servers have opened the box at the same time', async () => {
    const both = [counter(room.address, DUE, 'opened'), counter(room.address, DUE, 'opened')]
    await Promise.all(both.map(one => one.reached()))
    await Promise.all(both.map(one => one.goOn()))
    expect(await left(room)).toEqual(counted)
    expect(readdirSync(room.house.config.ledgerDir).filter(name => name.startsWith('count-'))).toHaveLength(1)
  })

  it('counts everybody once when two rounds of one server overlap', async () => {
    const house = on(room.house, DUE)
    await Promise.all([runDueCounts(house), runDueCounts(house), runDueCounts(house)])
    expect(await left(room)).toEqual(counted)
  })

  it('starts over when a form is taken back while the box is open, and does not count it', async () => {
    let first = true
    await runDueCounts(on(room.house, DUE), async point => {
      if (point !== 'opened' || !first) return
      first = false
      const { id } = await room.house.db
        .selectFrom('envelopes')
        .select('id')
        .limit(1)
        .executeTakeFirstOrThrow()
      await room.house.db.deleteFrom('envelopes').where('id', '=', id).execute()
    })
    expect(await left(room)).toEqual({ ...counted, spent: 11, bases: [11] })
  })

  it('has its release back after an older backup is restored, and counts nobody again', async () => {
    await reconcile(room.house)
    const epoch = await readMark(room.house.db, 'epoch')
    const session = await newSession(room.house, room.organisation)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const first = await houseAt(room.address, DUE)
    await runDueCounts(first)
    const before = await first.db.selectFrom('releases').selectAll().execute()
    await first.db.destroy()

    const restored = await backup.restore(DUE)
    expect(await left({ ...room, house: restored })).toMatchObject({ envelopes: 12, bases: [] })
    await reconcile(restored)
    await runDueCounts(restored)
    expect(await left({ ...room, house: restored })).toEqual(counted)
    expect(await restored.db.selectFrom('releases').selectAll().execute()).toEqual(before)
    expect(await readMark(restored.db, 'epoch')).not.toBe(epoch)
    expect(await sessionOf({ ...room.house, db: restored.db }, session)).toBeUndefined()
    await restored.db.destroy()
  })

  it('keeps its epoch through an ordinary restart, so that tablets need not offer everything again', async () => {
    await reconcile(room.house)
    const epoch = await readMark(room.house.db, 'epoch')
    await runDueCounts(on(room.house, DUE))
    await reconcile(room.house)
    expect(await readMark(room.house.db, 'epoch')).toBe(epoch)
  })
})

describe('what a count leaves on the disk', () => {
  it('is no form, opened or sealed, in any file', async () => {
    const room = await openRoom()
    const sealed = await room.lay('2026-02-10', many(12, form('sometimes', { topics: ['eval-07'] })))
    await runDueCounts(on(room.house, DUE))
    await eraseDeleted(room.house)
    const files = readdirSync(room.address.data, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => readFileSync(join(file.parentPath, file.name)))
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) {
      for (const bytes of sealed) expect(file.includes(Buffer.from(bytes.subarray(-64)))).toBe(false)
      for (const opened of ['"given"', '"helper"', '"sometimes","sometimes"', 'topics":["eval'])
        expect(file.includes(opened)).toBe(false)
    }
    await room.close()
  })

  it('can not be read by anybody but the server, and a damaged ledger stops the start', async () => {
    const room = await openRoom()
    await room.lay('2026-02-10', many(12, form('sometimes')))
    await runDueCounts(on(room.house, DUE))
    const { ledgerDir } = room.house.config
    const [entry = ''] = readdirSync(ledgerDir).filter(name => name.startsWith('count-'))
    expect(statSync(join(ledgerDir, entry)).mode & 0o777).toBe(0o600)
    const text = readFileSync(join(ledgerDir, entry), 'utf8')
    writeFileSync(join(ledgerDir, 'count-2026-04-01-torn.json.1.half'), text.slice(0, 80))
    await reconcile(room.house)
    writeFileSync(join(ledgerDir, entry), text.replace('2026-03-01', '2026-03-02'))
    await expect(reconcile(room.house)).rejects.toThrow(/is damaged/)
    await room.close()
  })
})
