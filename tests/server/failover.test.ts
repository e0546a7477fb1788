// Another database takes over that lacks the last moments: a receipt was a promise, and the tablet notices by itself.

import { expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { administer } from '../../src/server/admin.ts'
import { reconcile } from '../../src/server/ledger.ts'
import { newTablet } from '../../src/server/queries/tablets.ts'
import { standing } from '../../src/server/standing.ts'
import { restored } from '../../src/sync/standing.ts'
import { houseAt, onBothEngines as onBothRooms } from './count/room.ts'
import { enrol, envelope, formId, onBothEngines, signIn } from './front.ts'

onBothEngines('a database that lacks the last moments', open => {
  it('is noticed by the tablet whose batch is gone, and takes what that offers again, once', async () => {
    const front = await open()
    const leader = await signIn(front)
    const tablet = await enrol(front, leader, await leader.addWard('Adult wards', 'Willow'))
    const seal = () => envelope({ id: formId(), ward: tablet.ward, key: tablet.key })
    const [first, second] = [await seal(), await seal()]
    await tablet.send(first)
    await tablet.send(second)
    const said = async () => {
      const { body } = await tablet.ask(endpoints.checkIn, { waiting: {}, sealsTo: tablet.key })
      return body as { epoch: string; batches: number; now: string }
    }
    const known = await said()
    // As the standby has it that was one commit behind.
    await front.look(async db => {
      await db.deleteFrom('envelopes').where('digest', '=', second.digest).execute()
      await db.updateTable('tablets').set({ batches: 1, stored: 1 }).execute()
    })
    expect(restored(known, await said())).toBe(true)
    expect(await tablet.send(first, second)).toEqual(['duplicate', 'stored'])
    await front.stop()
  })
})

onBothRooms('a tablet that noticed nothing', open => {
  it('offers everything again when whoever runs the server says so', async () => {
    const room = await open()
    const { house, organisation } = room
    await reconcile(house)
    const { tablet } = await newTablet(house, organisation, room.ward, room.box)
    const known = await standing(house, tablet)
    // A restart alone says nothing.
    const again = await houseAt(room.address, '2026-02-02')
    await reconcile(again)
    await again.db.destroy()
    expect(restored(known, await standing(house, tablet))).toBe(false)
    await administer(house, ['offer-again'])
    expect(restored(known, await standing(house, tablet))).toBe(true)
    await room.close()
  })
})
