// How many rows a tablet's request changes: as few on a ward's first day as after years, and no more for a large service.

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { appOf } from '../../src/server/app.ts'
import { newTablet } from '../../src/server/queries/tablets.ts'
import { newWard, setContacts } from '../../src/server/queries/wards.ts'
import { openRoom, type Room } from './count/room.ts'
import { envelope, formId, someContacts } from './front.ts'

let room: Room
beforeEach(async () => {
  room = await openRoom()
  await setContacts(room.house.db, room.organisation, room.ward, someContacts)
})
afterEach(() => room.close())

/** A tablet of the ward, whose requests are answered with how many rows each of them changed. */
async function tablet() {
  const { house, organisation, ward, box } = room
  const { token } = await newTablet(house, organisation, ward, box)
  const app = appOf(house)
  const changes = async () =>
    (await sql<{ all: number }>`select total_changes() as "all"`.execute(house.db)).rows[0]?.all ?? 0
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return async (path: string, body: unknown) => {
    const before = await changes()
    const { status } = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(status).toBe(200)
    return (await changes()) - before
  }
}

async function key(): Promise<string> {
  const { house, organisation } = room
  return (
    await house.db
      .selectFrom('keys')
      .select('id')
      .where('organisation', '=', organisation)
      .executeTakeFirstOrThrow()
  ).id
}

describe('a tablet that checks in', () => {
  it.each([1, 60])(
    'changes three rows and then two in a service of %i wards, so that all may come at once',
    async wards => {
      const { house, organisation, service } = room
      for (let n = 1; n < wards; n++) await newWard(house, organisation, service, `Ward ${n}`)
      const asks = await tablet()
      const first = await asks(endpoints.checkIn, { waiting: {}, sealsTo: await key() })
      const again = await asks(endpoints.checkIn, { waiting: {}, sealsTo: await key() })
      expect([first, again]).toEqual([3, 2])
    },
  )
})

describe('a batch', () => {
  it.each([1, 10, 100])(
    'of %i forms changes a row for each and three beside, and those three alone when it comes again',
    async forms => {
      const asks = await tablet()
      const seal = async () => envelope({ id: formId(), ward: room.ward, key: await key() })
      const envelopes = await Promise.all(Array.from({ length: forms }, seal))
      expect(await asks(endpoints.envelopes, { envelopes })).toBe(forms + 3)
      expect(await asks(endpoints.envelopes, { envelopes })).toBe(3)
    },
  )
})
