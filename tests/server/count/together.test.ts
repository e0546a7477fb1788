// Wards counted together, down to what is counted: in which box, by which number, named how; and after a backup.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { digest, toBase64, toHex } from '../../../src/envelope/bytes.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { markOf } from '../../../src/envelope/slip.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { House } from '../../../src/server/house.ts'
import { ingest } from '../../../src/server/ingest.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { boxView, moveCount } from '../../../src/server/queries/boxes.ts'
import { lockService, rename, setThreshold } from '../../../src/server/queries/estate.ts'
import { currentKey } from '../../../src/server/queries/keys.ts'
import { releaseOf } from '../../../src/server/queries/releases.ts'
import {
  tabletOf as byToken,
  type EnrolledTablet,
  newTablet,
  tellBox,
} from '../../../src/server/queries/tablets.ts'
import { toldBy } from '../../../src/server/queries/told.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { newWard, wardOf, wardsOf } from '../../../src/server/queries/wards.ts'
import { newId } from '../../../src/server/secrets.ts'
import { group } from '../../../src/server/together.ts'
import { withdraw } from '../../../src/server/withdraw.ts'
import { copy } from './backup.ts'
import { form, houseAt, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'
const NEXT = '2026-04-01'

onBothEngines('wards counted together', open => {
  let room: Room
  let oak: string
  beforeEach(async () => {
    room = await open()
    oak = await newWard(room.house, room.organisation, room.service, 'Oak')
  })
  afterEach(() => room.close())

  const put = (groups: readonly (readonly string[])[], house = room.house) =>
    inTransaction(house, async within => {
      const wards = (await wardsOf(within.db, room.organisation)).filter(one => one.service === room.service)
      const seen = [...Map.groupBy(wards, one => one.box).values()].map(some => some.map(({ id }) => id))
      return group(within, room.organisation, room.service, { groups, seen })
    })
  const latestDue = async (ward: string) =>
    (await toldBy(room.house.db, room.organisation, ward))[0]?.due ?? null
  const boxNow = async (ward = room.ward, house = room.house) =>
    (await wardOf(house.db, room.organisation, ward))?.box ?? ''
  const tabletOf = async (ward: string, house = room.house): Promise<EnrolledTablet> =>
    (await newTablet(house, room.organisation, ward, await boxNow(ward, house))).tablet
  /** Sealed forms of a ward, as a tablet sends them. */
  const sealed = async (ward: string, n: number, slip?: string) => {
    const { id: key, publicKey } = await currentKey(room.house.db, room.organisation, room.service)
    const mark = slip === undefined ? {} : { slip: await markOf(slip, crypto.subtle) }
    const all = many(n, form('sometimes')).map(async payload => {
      const bytes = await seal(payload, { id: newId(room.house.random), ward, key, ...mark }, publicKey)
      return { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
    })
    return Promise.all(all)
  }
  const send = async (tablet: EnrolledTablet, day: string, n: number, house = room.house) => {
    const envelopes = await sealed(tablet.ward, n)
    await inTransaction(on(house, day), within => ingest(within, tablet, envelopes))
    return envelopes
  }
  const releases = (house = room.house) =>
    house.db
      .selectFrom('releases')
      .select(['id', 'box', 'due', 'base'])
      .where('organisation', '=', room.organisation)
      .orderBy('due')
      .execute()
  const namesOf = async (id = '', house = room.house) =>
    (await releaseOf(house.db, room.organisation, id))?.wards
  const settle = (to: number) =>
    inTransaction(room.house, async ({ db }) => {
      await lockService(db, room.organisation, room.service)
      await setThreshold(db, room.organisation, room.service, { from: 10, to })
    })
  const threshold = async () => (await boxView(room.house.db, room.organisation, room.box)).threshold

  it('are heard together, where neither has forms enough alone', async () => {
    await put([[room.ward, oak]])
    await send(await tabletOf(room.ward), '2026-02-10', 6)
    await send(await tabletOf(oak), '2026-02-10', 6)
    await runDueCounts(on(room.house, DUE))
    const [release, ...more] = await releases()
    expect(more).toEqual([])
    expect(release?.base).toBe(12)
    expect(await namesOf(release?.id)).toEqual(['Oak', 'Willow'])
    for (const ward of [room.ward, oak]) expect(await latestDue(ward)).toBe(DUE)
  })

  it('leave the box of before to its own day, with the ward that its people were told', async () => {
    const tablet = await tabletOf(room.ward)
    await send(tablet, '2026-02-10', 6)
    await put([[room.ward, oak]])
    await send(tablet, '2026-02-12', 6)
    await send(await tabletOf(oak), '2026-02-12', 6)
    await runDueCounts(on(room.house, DUE))
    const [release, ...more] = await releases()
    expect(more).toEqual([])
    expect(release).toMatchObject({ box: room.box, base: 12 })
    expect((await left(room)).reasons).toEqual([])
    expect(await namesOf(release?.id)).toEqual(['Willow'])
    // What the ward said before it was counted with others stays what it said.
    expect(await latestDue(room.ward)).toBe(DUE)
    expect(await latestDue(oak)).toBeNull()
  })

  it('are named by a release as they were called, whatever they are called later', async () => {
    await send(await tabletOf(room.ward), '2026-02-10', 12)
    await runDueCounts(on(room.house, DUE))
    await rename(room.house.db, 'wards', room.organisation, room.ward, 'Birch')
    const [release] = await releases()
    expect(await namesOf(release?.id)).toEqual(['Willow'])
    // A release of an earlier version has kept no names: it goes by those of now.
    await room.house.db.updateTable('releases').set({ wards: null }).execute()
    expect(await namesOf(release?.id)).toEqual(['Birch'])
  })

  it('are counted by a lower number only from the next box day on', async () => {
    await send(await tabletOf(room.ward), '2026-02-10', 9)
    await settle(8)
    expect(await threshold()).toBe(10)
    await runDueCounts(on(room.house, DUE))
    expect(await releases()).toEqual([])
    expect(await threshold()).toBe(8)
    await runDueCounts(on(room.house, NEXT))
    expect(await releases()).toMatchObject([{ due: NEXT, base: 9 }])
  })

  it('are counted by a higher number only from the next box day on', async () => {
    const tablet = await tabletOf(room.ward)
    await send(tablet, '2026-02-10', 10)
    await settle(12)
    await runDueCounts(on(room.house, DUE))
    expect(await releases()).toMatchObject([{ due: DUE, base: 10 }])
    await send(tablet, '2026-03-10', 11)
    await runDueCounts(on(room.house, NEXT))
    expect(await releases()).toHaveLength(1)
  })

  it('are counted on the day to which their count was moved, and by no number under eight', async () => {
    await send(await tabletOf(room.ward), '2026-02-10', 7)
    await room.house.db.updateTable('services').set({ threshold: 3 }).execute()
    const at = { id: room.box, next_count: DUE }
    expect(await moveCount(room.house.db, room.organisation, at, '2026-03-09')).toBe(true)
    expect(await runDueCounts(on(room.house, '2026-03-08'))).toMatchObject([{ release: null }])
    await send(await tabletOf(room.ward), '2026-03-02', 3)
    const done = await runDueCounts(on(room.house, '2026-03-09'))
    expect(done.find(one => one.box === room.box)).toMatchObject({ due: '2026-03-09' })
    expect(await releases()).toMatchObject([{ base: 10 }])
  })

  it('give every form the box of which its tablet was told, while two leaders put wards together at once', async () => {
    const elm = await newWard(room.house, room.organisation, room.service, 'Elm')
    const { token } = await newTablet(room.house, room.organisation, room.ward, room.box)
    // As a tablet that was enrolled by an earlier version: nothing says yet of which box it was told.
    await room.house.db.updateTable('tablets').set({ box: null }).execute()
    const batches = await Promise.all(Array.from({ length: 6 }, () => sealed(room.ward, 2)))
    const arrive = (envelopes: Awaited<ReturnType<typeof sealed>>) =>
      inTransaction(room.house, async within => {
        const who = await byToken(within.db, token)
        return who && ingest(within, who, envelopes)
      })
    await Promise.all([
      ...batches.slice(0, 3).map(arrive),
      put([[room.ward, oak], [elm]]),
      ...batches.slice(3).map(arrive),
      put([[room.ward], [oak, elm]]),
    ])
    const boxes = await room.house.db.selectFrom('envelopes').select('box').execute()
    expect(boxes).toEqual(Array(12).fill({ box: room.box }))
    const told = await room.house.db.selectFrom('tablets').select('box').execute()
    expect(told).toEqual([{ box: room.box }])
    // Whoever came last, every ward is in the box of just those wards that it is together with.
    const wards = await room.house.db.selectFrom('wards').select(['id', 'box']).execute()
    const parts = await room.house.db.selectFrom('box_wards').select(['box', 'ward']).execute()
    for (const { box } of wards) {
      const members = parts.filter(one => one.box === box).map(one => one.ward)
      const now = wards.filter(one => one.box === box).map(one => one.id)
      expect(members.toSorted()).toEqual(now.toSorted())
    }
  })

  /** A backup from before the wards were put together, and the house of a day after it. */
  async function after(work: (house: House) => Promise<void>): Promise<House> {
    await reconcile(room.house)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const house = await houseAt(room.address, '2026-02-10')
    await put([[room.ward, oak]], house)
    await work(house)
    await house.db.destroy()
    const restored = await backup.restore('2026-03-02')
    await reconcile(restored)
    return restored
  }

  it('are not counted twice after a backup of before they were put together', async () => {
    let tablet: EnrolledTablet | undefined
    let sent: Awaited<ReturnType<typeof sealed>> = []
    const restored = await after(async house => {
      room = { ...room, house }
      tablet = await tabletOf(room.ward, house)
      sent = await send(tablet, '2026-02-10', 12, house)
      await runDueCounts(on(house, DUE))
    })
    room = { ...room, house: restored }
    const [release] = await releases()
    expect(release?.base).toBe(12)
    expect(await namesOf(release?.id)).toEqual(['Oak', 'Willow'])
    const again = await tabletOf(room.ward)
    const receipts = await inTransaction(restored, within => ingest(within, again, sent))
    expect(receipts.every(one => one.state === 'duplicate')).toBe(true)
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 12, bases: [12] })
    // Put together again, they have the very box that they had.
    await put([[room.ward, oak]])
    expect(await boxNow()).toBe(release?.box)
  })

  it('do not bring a form back that was taken back after they were put together', async () => {
    const slip = toHex(room.house.random(16))
    const mine = await sealed(room.ward, 1, slip)
    const restored = await after(async house => {
      const tablet = await tabletOf(room.ward, house)
      const told = { ...tablet, box: await tellBox(house.db, tablet) }
      await inTransaction(house, within => ingest(within, told, mine))
      const [word] = await inTransaction(house, within => withdraw(within, told, [slip]))
      expect(word?.is).toBe('taken-out')
    })
    room = { ...room, house: restored }
    const again = await tabletOf(room.ward)
    const [receipt] = await inTransaction(restored, within => ingest(within, again, mine))
    expect(receipt).toMatchObject({ state: 'refused', problem: '422.5' })
  })
})
