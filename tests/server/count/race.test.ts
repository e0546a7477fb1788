// A form that is offered while its box is open: it is counted once, whichever comes first.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toBase64 } from '../../../src/envelope/bytes.ts'
import type { Point } from '../../../src/server/count/count.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { House } from '../../../src/server/house.ts'
import { ingest } from '../../../src/server/ingest.ts'
import { newTablet } from '../../../src/server/queries/tablets.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { type Postgres, startPostgres } from '../../fixtures/postgres.ts'
import { form, houseAt, left, many, on, openRoom, type Room } from './room.ts'

const DUE = '2026-03-01'
const points: readonly Point[] = ['opened', 'taken out', 'in the ledger', 'committed']

describe('an envelope that comes while its box is counted, on PostgreSQL', () => {
  let cluster: Postgres
  let room: Room
  beforeAll(async () => {
    cluster = await startPostgres()
  })
  beforeEach(async () => {
    room = await openRoom(cluster.database())
  })
  afterEach(() => room.close())
  afterAll(() => cluster.stop())

  it.each(points)('again, when the count is at "%s", is a duplicate and counted once', async point => {
    const sealed = await room.lay('2026-02-10', many(12, form('sometimes')))
    const digests = await room.house.db.selectFrom('envelopes').select(['digest', 'bytes']).execute()
    const offered = digests.map(({ digest, bytes }) => ({ digest, bytes: toBase64(new Uint8Array(bytes)) }))
    expect(offered).toHaveLength(sealed.length)
    const { tablet } = await newTablet(room.house, room.organisation, room.ward)
    // A tablet's request is another connection's transaction, which may have to wait for the count's.
    const other: House = await houseAt(room.address, DUE)
    let offer: Promise<string[]> | undefined
    await runDueCounts(on(room.house, DUE), async at => {
      if (at !== point || offer) return
      offer = inTransaction(other, async within =>
        (await ingest(within, tablet, offered)).map(receipt => receipt.state),
      )
      await Promise.race([offer, new Promise(later => setTimeout(later, 300))])
    })
    expect(new Set(await offer)).toEqual(new Set(['duplicate']))
    await runDueCounts(on(room.house, '2026-04-01'))
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 12, bases: [12] })
    await other.db.destroy()
  })
})
