// What a tablet may find on its disk or be told: a form that is whole is sent or stays, whatever lies or is said beside it.

import '../store/fakes.ts'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest } from '../../src/envelope/bytes.ts'
import { plainManner } from '../../src/form/form.ts'
import { start } from '../../src/form/step.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { checkInRequest, sendRequest, withdrawRequest } from '../../src/protocol/tablet.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { createLine } from '../../src/tablet/line.ts'
import type { TestTablet } from '../server/front.ts'
import { fakeHalves, outside } from '../store/fakes.ts'
import { amount, seed } from './amounts.ts'
import { type Arrived, arrive } from './bad/arrived.ts'
import { holding } from './bad/holding.ts'
import { figure } from './figures.ts'

const numRuns = amount('bad')
const items = evaluation.items.map(({ id }) => id)
const outline = { instrument: evaluation.id, version: evaluation.version, items }

let arrived: Arrived
let tablet: TestTablet
let whole: Uint8Array<ArrayBuffer>
let kept: string
let done = 0
let made = 0

beforeAll(async () => {
  arrived = await arrive()
  ;({ tablet, whole, kept } = arrived)
})
afterAll(async () => {
  await arrived.front.stop()
  figure({
    proof: 'Bad rows and replies on a tablet',
    done: `${done} rows and replies`,
    reached: 'rows of drafts, of forms, of slips and of what it remembers; replies of every kind',
    came: '0 crashes, 0 lost',
  })
})

/** What a server says of a body that it can't take; undefined where it can. */
const check = (schema: v.GenericSchema, how: RequestInit | undefined) =>
  v.safeParse(schema, JSON.parse(String(how?.body))).success ? undefined : { refused: true }

describe('the tablet', () => {
  it('reads a row that was changed as damaged, and every other draft as it was', async () => {
    const spoils = fc.record({
      table: fc.constantFrom('rows' as const, 'drafts' as const),
      field: fc.constantFrom('iv', 'bytes', 'half', 'last', 'picture', 'age', 'tries'),
      value: fc.oneof(
        fc.uint8Array({ maxLength: 64 }).map(bytes => new Uint8Array(bytes)),
        fc.jsonValue(),
        fc.constant(undefined),
      ),
    })
    await fc.assert(
      fc.asyncProperty(spoils, async ({ table, field, value }) => {
        done += 1
        made += 1
        const database = openDatabase(`bad-${made}`)
        const drafts = createDrafts(database, fakeHalves().halves, outside)
        const one = start(outline, 'en', plainManner, 'nobody')
        for (const id of ['amina', 'ben']) (await drafts.open(id, one)).letGo?.()
        const row =
          table === 'rows' ? await database.rows.get(['amina', 1]) : await database.drafts.get('amina')
        const changed = { ...row, [field]: value }
        await database.write(async () => void (await database[table].put(changed as never)))
        await drafts.read('amina').then(
          ({ form }) => expect(form).toEqual(one),
          // The screen says of any refusal that the form can't be read, and shows the others.
          error => expect(error).toBeInstanceOf(Error),
        )
        expect((await drafts.read('ben')).form).toEqual(one)
        expect((await drafts.list()).map(({ id }) => id)).toContain('ben')
        database.close()
      }),
      { numRuns: Math.ceil(numRuns / 4), seed },
    )
  })

  it('sends every other form, and keeps what it has, whichever row beside it was changed', async () => {
    const spoils = fc.record({
      row: fc.constantFrom(
        ...(['bytes', 'key', 'id', 'slip', 'tried'] as const).map(field => `outbox ${field}` as const),
        ...(['enrolment', 'known', 'heard', 'tally', 'last-sent'] as const).map(
          name => `settings ${name}` as const,
        ),
        ...(['slip', 'mark', 'ward', 'here'] as const).map(field => `withdrawals ${field}` as const),
      ),
      value: fc.oneof(
        fc.uint8Array({ maxLength: 64 }).map(bytes => new Uint8Array(bytes)),
        fc.jsonValue(),
        fc.constant(undefined),
      ),
    })
    const other = new Uint8Array([...whole, 1])
    const [good, bad] = [await digest(whole, crypto.subtle), await digest(other, crypto.subtle)]
    const fetched = globalThis.fetch
    await fc
      .assert(
        fc.asyncProperty(spoils, async ({ row, value }) => {
          done += 1
          made += 1
          const database = openDatabase(`bad-${made}`)
          const memory = createSettings(database)
          const { token, tablet: id, settings, epoch, batches, now } = tablet.enrolled
          await memory.enrol({ token, tablet: id, settings }, { epoch, batches, now })
          const lies = { id: kept, key: settings.key.id, state: 'waiting' as const }
          await database.outbox.add({ ...lies, digest: good, bytes: whole })
          await database.outbox.add({ ...lies, digest: bad, bytes: other })
          const slip = { slip: 'a'.repeat(32), mark: 'b', ward: tablet.ward, state: 'asked' as const }
          await database.withdrawals.add(slip)
          const [table = '', field = ''] = row.split(' ')
          const change = { [field]: value }
          const key = table === 'withdrawals' && field === 'slip' ? String(value) : slip.slip
          await database.write(async () => {
            if (table === 'settings') await database.settings.put({ name: field, value })
            else if (table === 'outbox')
              await database.outbox.put({ ...lies, digest: bad, bytes: other, ...change } as never)
            else await database.withdrawals.put({ ...slip, ...change, slip: key } as never)
          })
          globalThis.fetch = async (_, how) => {
            const { waiting, envelopes, slips } = JSON.parse(String(how?.body))
            const word = { epoch, batches, now }
            if (waiting) return Response.json(check(checkInRequest, how) ?? { settings, ...word })
            if (slips) {
              const withdrawals = slips.map((one: string) => ({ slip: one, is: 'kept' }))
              return Response.json(check(withdrawRequest, how) ?? { withdrawals, ...word })
            }
            if (!envelopes) return Response.json(word)
            const receipts = envelopes.map((one: { digest: string }) => ({
              state: 'stored',
              digest: one.digest,
            }))
            return Response.json(check(sendRequest, how) ?? { receipts, ...word })
          }
          const line = createLine({ database, memory, ready: () => true, tell: () => {}, hear: () => {} })
          await line.nudge()
          const enrolled = (await memory.enrolment()) !== undefined
          expect(enrolled, 'only what is no enrolment is none').toBe(row !== 'settings enrolment')
          expect((await database.outbox.get(good))?.state).toBe(enrolled ? 'sent' : 'waiting')
          const left = await database.outbox.get(bad)
          const aside = row === 'outbox bytes'
          expect(left?.state).toBe(aside ? 'set-aside' : enrolled ? 'sent' : 'waiting')
          expect(left?.bytes).toEqual(aside ? value : other)
          expect((await database.withdrawals.get(slip.slip))?.state).toBe(enrolled ? 'kept' : 'asked')
          expect((await database.withdrawals.get(key))?.slip, 'no row goes').toBe(key)
          database.close()
        }),
        {
          numRuns: Math.ceil(numRuns / 4),
          seed,
          examples: [
            [{ row: 'outbox bytes', value: undefined }],
            [{ row: 'outbox bytes', value: new Uint8Array([1]) }],
            [{ row: 'outbox key', value: 'x'.repeat(99) }],
            [{ row: 'settings enrolment', value: null }],
            [{ row: 'settings enrolment', value: { token: 'x' } }],
            [{ row: 'settings known', value: null }],
            [{ row: 'withdrawals slip', value: 'x' }],
          ],
        },
      )
      .finally(() => {
        globalThis.fetch = fetched
      })
  })

  it('keeps every form whatever a server, or what calls itself one, replies', async () => {
    const replies = fc.record({
      status: fc.constantFrom(200, 200, 200, 201, 400, 401, 404, 409, 413, 422, 429, 500, 503),
      type: fc.constantFrom('application/json', 'application/problem+json', 'text/html', 'text/plain', ''),
      body: fc.oneof(
        fc.json(),
        fc.string(),
        fc
          .record({
            receipts: fc.array(
              fc.record({
                state: fc.constantFrom('stored', 'duplicate', 'refused', 'else'),
                digest: fc.constantFrom('0'.repeat(64), 'f'.repeat(64), 'x'),
                problem: fc.constantFrom('422.1', '500.1', 'x'),
              }),
            ),
            epoch: fc.string({ maxLength: 5 }),
            batches: fc.oneof(fc.integer(), fc.double()),
            now: fc.constantFrom(
              '2026-03-10T10:00:00.000Z',
              '1970-01-01T00:00:00.000Z',
              '9999-12-31T23:59:59.999Z',
              'x',
            ),
          })
          .map(one => JSON.stringify(one)),
      ),
    })
    const fetched = globalThis.fetch
    await fc
      .assert(
        fc.asyncProperty(fc.array(replies, { minLength: 1, maxLength: 5 }), async all => {
          done += 1
          const { database, memory, entry } = await holding(arrived)
          const left = [...all]
          globalThis.fetch = async () => {
            const next = left.shift()
            if (!next) throw new TypeError('no signal')
            return new Response(next.body, { status: next.status, headers: { 'content-type': next.type } })
          }
          const line = createLine({ database, memory, ready: () => true, tell: () => {}, hear: () => {} })
          await line.nudge()
          await line.nudge()
          const found = await entry()
          expect(found?.bytes).toEqual(whole)
          expect(found?.state, 'no receipt was of these bytes').not.toBe('sent')
          expect(
            (await createOutbox(database).counts()).waiting + (found?.state === 'set-aside' ? 1 : 0),
          ).toBe(1)
          database.close()
        }),
        { numRuns: Math.ceil(numRuns / 4), seed },
      )
      .finally(() => {
        globalThis.fetch = fetched
      })
  })
})
