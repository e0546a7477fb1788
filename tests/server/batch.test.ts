// What a batch asks of the database: as many questions for five hundred forms as for one, in a large trust as in a small one.

import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpoints, MOST_BYTES } from '../../src/protocol/endpoints.ts'
import { MOST_ENVELOPES } from '../../src/protocol/paths.ts'
import { appOf } from '../../src/server/app.ts'
import { sqlite } from '../../src/server/database/engine.ts'
import type { Schema } from '../../src/server/database/schema.ts'
import { newTablet } from '../../src/server/queries/tablets.ts'
import { newWard } from '../../src/server/queries/wards.ts'
import { openRoom, type Room } from './count/room.ts'
import { envelope, formId } from './front.ts'

/** Who asks, what they may, what is known of their forms, and all that is written, with where the server stands. */
const MOST = 11

let room: Room
let asked: string[]
let db: Kysely<Schema>
beforeEach(async () => {
  room = await openRoom()
  asked = []
  const { dialect } = sqlite(room.address.data)
  db = new Kysely<Schema>({ dialect, log: ({ query }) => void asked.push(query.sql) })
})
afterEach(async () => {
  await db.destroy()
  await room.close()
})

/** What a new tablet of the ward sends with each request. */
async function headersOf(): Promise<Record<string, string>> {
  const { house, organisation, ward, box } = room
  const { token } = await newTablet(house, organisation, ward, box)
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
}

/** A tablet of the ward; what it is answered, and the questions to the database that its request leads to. */
async function tablet() {
  const app = appOf({ ...room.house, db })
  const headers = await headersOf()
  return async (body: string) => {
    asked.length = 0
    const answer = await app.request(endpoints.envelopes, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    const { receipts } = (await answer.json()) as { receipts: { state: string }[] }
    const questions = asked.filter(one => !/^(begin|commit)/.test(one))
    // A list of ids, and of rows, is one question, however long.
    const plain = questions.map(one => one.replace(/\((\?|null)(, (\?|null))*\)(, \([?nul, ]+\))*/g, '(…)'))
    return { states: new Set(receipts.map(({ state }) => state)), questions: plain }
  }
}

async function batch(forms: number): Promise<string> {
  const { id: key } = await room.house.db.selectFrom('keys').select('id').executeTakeFirstOrThrow()
  const seal = () => envelope({ id: formId(), ward: room.ward, key, slip: formId() })
  return JSON.stringify({ envelopes: await Promise.all(Array.from({ length: forms }, seal)) })
}

describe('a batch', () => {
  it('of five hundred forms asks the database as often as one form does, and seldom', async () => {
    const send = await tablet()
    const one = await send(await batch(1))
    const many = await send(await batch(MOST_ENVELOPES))
    expect([...one.states, ...many.states]).toEqual(['stored', 'stored'])
    expect(many.questions).toEqual(one.questions)
    expect(one.questions.length, one.questions.join('\n')).toBeLessThanOrEqual(MOST)
  })

  it('that comes again asks as often for five hundred as for one', async () => {
    const send = await tablet()
    const [one, many] = [await batch(1), await batch(MOST_ENVELOPES)]
    for (const body of [one, many]) await send(body)
    const [again, all] = [await send(one), await send(many)]
    expect([...again.states, ...all.states]).toEqual(['duplicate', 'duplicate'])
    expect(all.questions).toEqual(again.questions)
  })

  it('asks nothing about the other wards of a large trust', async () => {
    const send = await tablet()
    const small = await send(await batch(1))
    const { house, organisation, service } = room
    for (let ward = 0; ward < 40; ward += 1) await newWard(house, organisation, service, `Ward ${ward}`)
    const brought: number[] = []
    const counted = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        brought.push(result.rows.length)
        return result
      },
    })
    const large = await send(await batch(1))
    expect(large.questions).toEqual(small.questions)
    const how = { method: 'POST', headers: await headersOf(), body: await batch(1) }
    await appOf({ ...house, db: counted }).request(endpoints.envelopes, how)
    expect(Math.max(...brought), 'rows that a question brings').toBe(1)
  })

  it('of the most forms that may come at once is far from too large a request', async () => {
    const body = await batch(MOST_ENVELOPES)
    expect(body.length).toBeGreaterThan(1_000_000)
    expect(body.length).toBeLessThan(MOST_BYTES / 2)
  })
})
