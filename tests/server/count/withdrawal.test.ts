// A form that is taken back while its box is counted, while a server dies, and before a backup is restored: it is counted
// or it is out, never both, and the person is told which.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digest, toBase64, toHex } from '../../../src/envelope/bytes.ts'
import { markOf } from '../../../src/envelope/slip.ts'
import type { Point } from '../../../src/server/count/count.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { House } from '../../../src/server/house.ts'
import { ingest } from '../../../src/server/ingest.ts'
import { readEntries, writeCount, writeWithdrawal } from '../../../src/server/ledger/entries.ts'
import { catchUp, eraseDeleted, reconcile, TO_ERASE } from '../../../src/server/ledger.ts'
import { readMark } from '../../../src/server/queries/marks.ts'
import { type EnrolledTablet, newTablet } from '../../../src/server/queries/tablets.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { withdraw } from '../../../src/server/withdraw.ts'
import { copy } from './backup.ts'
import { counter, takerBack } from './process.ts'
import { form, houseAt, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'
const LATER = '2026-04-01'
const points: readonly Point[] = ['opened', 'taken out', 'in the ledger', 'committed']
const soon = (ms = 300) => new Promise(later => setTimeout(later, ms))

onBothEngines('a form that is taken back', (open, engine) => {
  let room: Room
  let tablet: EnrolledTablet
  let slip = ''
  let mine: Uint8Array
  beforeEach(async () => {
    room = await open()
    slip = toHex(room.house.random(16))
    ;[mine = new Uint8Array()] = await room.lay('2026-02-10', [form('all-the-time')], {
      slip: await markOf(slip, crypto.subtle),
    })
    await room.lay('2026-02-10', many(11, form('sometimes')))
    tablet = (await newTablet(room.house, room.organisation, room.ward, room.box)).tablet
  })
  afterEach(() => room.close())

  /** What the route does. */
  const takeBack = async (house: House = room.house) => {
    await catchUp(house)
    const [word] = await inTransaction(house, within => withdraw(within, tablet, [slip]))
    return word?.is
  }
  const offer = async (house: House = room.house) => {
    const sent = { digest: await digest(new Uint8Array(mine), crypto.subtle), bytes: toBase64(mine) }
    const [receipt] = await inTransaction(house, within => ingest(within, tablet, [sent]))
    return receipt?.state === 'refused' ? `refused ${receipt.problem}` : receipt?.state
  }
  const counted = { envelopes: 0, spent: 12, bases: [12] }
  const without = { envelopes: 0, spent: 11, bases: [11] }

  it.each(points)('is out or opened, and told truly, when the count is at "%s"', async point => {
    // Another connection, as another process has; SQLite lets one of the two write at a time.
    const other = engine === 'PostgreSQL' ? await houseAt(room.address, DUE) : on(room.house, DUE)
    let word: Promise<string | undefined> | undefined
    await runDueCounts(on(room.house, DUE), async at => {
      if (at !== point || word) return
      word = takeBack(other)
      await Promise.race([word, soon()])
    })
    const is = await word
    expect(await left(room)).toMatchObject(is === 'taken-out' ? without : counted)
    expect(is).toBe(point === 'opened' ? 'taken-out' : 'opened')
    expect(await takeBack()).toBe(is)
    expect(await offer()).toBe(is === 'opened' ? 'duplicate' : 'refused 422.5')
    if (other.db !== room.house.db) await other.db.destroy()
  })

  it.each(['taken back', 'in the ledger'] as const)(
    'is out for good, or not at all, when the server is killed after it is %s',
    async point => {
      const dying = takerBack(room.address, { day: DUE, tablet, slip }, point)
      await dying.reached()
      await dying.kill()
      const house = on(room.house, DUE)
      await reconcile(house)
      await runDueCounts(house)
      const out = point === 'in the ledger'
      expect(await left(room)).toMatchObject(out ? without : counted)
      expect(await takeBack()).toBe(out ? 'taken-out' : 'opened')
    },
  )

  it.each(['taken out', 'in the ledger'] as const)(
    'is told truly by the server that starts after one that died when the count was at "%s"',
    async point => {
      const dying = counter(room.address, DUE, point)
      await dying.reached()
      await dying.kill()
      // Not the start's reconciliation: the request itself looks into the ledger.
      const is = await takeBack()
      expect(is).toBe(point === 'in the ledger' ? 'opened' : 'taken-out')
      await runDueCounts(on(room.house, DUE))
      expect(await left(room)).toMatchObject(is === 'opened' ? counted : without)
    },
  )

  it('is not counted by a server that had opened the box and died, nor by the next one', async () => {
    const dying = counter(room.address, DUE, 'opened')
    await dying.reached()
    expect(await takeBack()).toBe('taken-out')
    await dying.kill()
    await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject(without)
  })

  it('stays out when a backup is restored in which it still lies, and when a tablet offers it again', async () => {
    await reconcile(room.house)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const first = await houseAt(room.address, '2026-02-12')
    expect(await takeBack(first)).toBe('taken-out')
    await first.db.destroy()

    const restored = await backup.restore(DUE)
    expect(await left({ ...room, house: restored })).toMatchObject({ envelopes: 12 })
    await reconcile(restored)
    expect(await offer(restored)).toBe('refused 422.5')
    await runDueCounts(restored)
    expect(await left({ ...room, house: restored })).toMatchObject(without)
    expect(await takeBack(restored)).toBe('taken-out')
    await restored.db.destroy()
  })

  it('leaves no byte in the files of SQLite or in its table, once the next round has passed', async () => {
    const tail = Buffer.from(mine.subarray(-64))
    const lies = () =>
      readdirSync(room.address.data, { recursive: true, withFileTypes: true })
        .filter(file => file.isFile())
        .some(file => readFileSync(join(file.parentPath, file.name)).includes(tail))
    if (engine === 'SQLite') expect(lies()).toBe(true)
    expect(await takeBack()).toBe('taken-out')
    expect(await readMark(room.house.db, TO_ERASE)).toBe('yes')
    await eraseDeleted(room.house)
    expect(await readMark(room.house.db, TO_ERASE)).toBe('')
    expect(lies()).toBe(false)
    const rows = await room.house.db.selectFrom('envelopes').select('bytes').execute()
    expect(rows.filter(({ bytes }) => Buffer.from(bytes).includes(tail))).toEqual([])
  })

  it('does not keep the server from starting when its ward was made after the backup', async () => {
    const strange = { organisation: room.organisation, box: 'made later' }
    const { ledgerDir } = room.house.config
    const release = { id: 'r1', base: 10, body: '{}' }
    writeCount(ledgerDir, { kind: 'count', ...strange, due: DUE, release, forms: [] })
    writeWithdrawal(ledgerDir, { kind: 'withdrawal', ...strange, slip: 's', state: 'kept', on_day: DUE })
    await reconcile(room.house)
    await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject(counted)
  })

  it('is still said to be opened when a backup from before its count is restored', async () => {
    await reconcile(room.house)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const first = await houseAt(room.address, DUE)
    await runDueCounts(first)
    await first.db.destroy()
    const restored = await backup.restore(DUE)
    await reconcile(restored)
    expect(await takeBack(restored)).toBe('opened')
    expect(await left({ ...room, house: restored })).toMatchObject(counted)
    // What it gave receipts for since the backup is not known: no tablet is asked about it.
    expect(await restored.db.selectFrom('tablets').select('stored').execute()).toEqual([{ stored: null }])
    await restored.db.destroy()
  })

  it('was counted by an earlier version, whose entries have no slips: they are read all the same', async () => {
    await runDueCounts(on(room.house, DUE))
    const [entry] = readEntries(room.house.config.ledgerDir)
    if (entry?.kind !== 'count') throw new Error('there is no entry')
    expect(entry.forms.filter(one => one.slip !== undefined)).toHaveLength(1)
    const plain = entry.forms.map(({ id, digest }) => ({ id, digest }))
    writeCount(room.house.config.ledgerDir, { ...entry, forms: plain })
    await reconcile(on(room.house, LATER))
    expect(await left(room)).toMatchObject(counted)
  })
})
