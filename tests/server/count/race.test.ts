// A form that is offered while its box is open: it is counted once, whichever comes first.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digest, toBase64 } from '../../../src/envelope/bytes.ts'
import { markOf } from '../../../src/envelope/slip.ts'
import type { Point } from '../../../src/server/count/count.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { House } from '../../../src/server/house.ts'
import { ingest } from '../../../src/server/ingest.ts'
import { newTablet } from '../../../src/server/queries/tablets.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { withdraw } from '../../../src/server/withdraw.ts'
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
    const offered = digests.map(one => ({ digest: one.digest, bytes: toBase64(new Uint8Array(one.bytes)) }))
    expect(offered).toHaveLength(sealed.length)
    const { tablet } = await newTablet(room.house, room.organisation, room.ward, room.box)
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

  /** A form on its way in and the wish to have it back, each in a transaction of its own that waits for the other. */
  async function meeting(first: 'the form' | 'the wish') {
    const slip = 'ab'.repeat(16)
    const mark = await markOf(slip, crypto.subtle)
    const [bytes = new Uint8Array()] = await room.lay('2026-02-10', [form('sometimes')], { slip: mark })
    await room.house.db.deleteFrom('envelopes').execute()
    const sent = { digest: await digest(new Uint8Array(bytes), crypto.subtle), bytes: toBase64(bytes) }
    const { tablet } = await newTablet(room.house, room.organisation, room.ward, room.box)
    const other: House = await houseAt(room.address, DUE)
    const works = {
      'the form': async (within: House) => (await ingest(within, tablet, [sent]))[0]?.state,
      'the wish': async (within: House) => (await withdraw(within, tablet, [slip]))[0]?.is,
    }
    const second = first === 'the form' ? 'the wish' : 'the form'
    let later: Promise<string | undefined> | undefined
    const earlier = await inTransaction(room.house, async within => {
      const is = await works[first](within)
      later = inTransaction(other, works[second])
      await Promise.race([later, new Promise(go => setTimeout(go, 300))])
      return is
    })
    const words = [earlier, await later]
    await other.db.destroy()
    return { words, left: (await left(room)).envelopes }
  }

  it('is taken out again by a wish that came while it was not yet there for everybody', async () => {
    expect(await meeting('the form')).toEqual({ words: ['stored', 'taken-out'], left: 0 })
  })

  it('is not let in past a wish that came before it and was not yet written for everybody', async () => {
    expect(await meeting('the wish')).toEqual({ words: ['kept', 'refused'], left: 0 })
  })
})
