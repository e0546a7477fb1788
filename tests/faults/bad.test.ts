// What nobody ever meant to send, on both sides: a numbered problem and never a crash, and nothing that was there is lost.

import '../store/fakes.ts'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest, toBase64, toHex } from '../../src/envelope/bytes.ts'
import { EnvelopeError, readHeader, writeHeader } from '../../src/envelope/header.ts'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { opener } from '../../src/envelope/open.ts'
import { seal } from '../../src/envelope/seal.ts'
import { plainManner } from '../../src/form/form.ts'
import { start } from '../../src/form/step.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { problems } from '../../src/protocol/problems.ts'
import { readRescue, writeRescue } from '../../src/protocol/rescue.ts'
import { checkInRequest, sendRequest, withdrawRequest } from '../../src/protocol/tablet.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { createLine } from '../../src/tablet/line.ts'
import { form } from '../server/count/room.ts'
import { enrol, type Front, formId, openFront, signIn, type TestTablet } from '../server/front.ts'
import { fakeHalves, outside } from '../store/fakes.ts'
import { amount, seed } from './amounts.ts'
import { figure } from './figures.ts'

const times = amount('bad')
const items = evaluation.items.map(({ id }) => id)
const outline = { instrument: evaluation.id, version: evaluation.version, items }

let front: Front
let tablet: TestTablet
let whole: Uint8Array<ArrayBuffer>
let kept: string
const problemsMet = new Set<string>()
let done = 0

beforeAll(async () => {
  front = await openFront()
  const leader = await signIn(front)
  tablet = await enrol(front, leader, await leader.addWard('Acute', 'Willow'))
  const { id: key, publicKey } = tablet.enrolled.settings.key
  const header = { ward: tablet.ward, key, slip: toHex(crypto.getRandomValues(new Uint8Array(16))) }
  kept = formId()
  whole = await seal(form('sometimes'), { ...header, id: kept }, publicKey)
  await tablet.send({ digest: await digest(whole, crypto.subtle), bytes: toBase64(whole) })
})
afterAll(async () => {
  await front.stop()
  figure({
    proof: 'Bad input',
    done: `${done} bodies, bytes, files, rows and replies`,
    reached: `problems ${[...problemsMet].sort().join(' ')}`,
    came: '0 crashes, 0 lost',
  })
})

/** Bytes that were an envelope, changed as a disk, a line or somebody's hand changes them. */
const spoilt = fc.oneof(
  fc
    .record({ at: fc.nat(), bit: fc.nat({ max: 7 }) })
    .map(({ at, bit }) =>
      whole.map((byte, n) => (n === at % Math.min(whole.length, 300) ? byte ^ (1 << bit) : byte)),
    ),
  fc.nat().map(length => whole.slice(0, length % whole.length)),
  fc.uint8Array({ maxLength: 2000 }).map(bytes => new Uint8Array(bytes)),
  fc.uint8Array({ maxLength: 40 }).map(more => new Uint8Array([...whole, ...more, 0])),
  fc
    .record({ version: fc.nat({ max: 255 }), header: fc.json(), length: fc.nat({ max: 65_535 }) })
    .map(({ version, header, length }) => {
      const text = new TextEncoder().encode(header)
      return new Uint8Array([
        0x45,
        0x56,
        version,
        length >> 8,
        length & 255,
        ...text,
        ...new Uint8Array(1617),
      ])
    }),
  fc
    .record({
      ward: fc.constantFrom('elsewhere', '../..', ''),
      key: fc.constantFrom('none', 'x'.repeat(300)),
    })
    .map(more => new Uint8Array([...writeHeader({ id: formId(), ...more }), ...new Uint8Array(1617)])),
)
const bodies = fc.oneof(
  fc.json(),
  fc.string({ maxLength: 200 }),
  fc
    .record({ envelopes: fc.array(fc.record({ digest: fc.string(), bytes: fc.string() }), { maxLength: 3 }) })
    .map(one => JSON.stringify(one)),
  fc
    .record({
      slips: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant('0'.repeat(32))), { maxLength: 30 }),
    })
    .map(one => JSON.stringify(one)),
  fc
    .record({
      waiting: fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.integer(), fc.string())),
      sealsTo: fc.string(),
    })
    .map(one => JSON.stringify(one)),
  fc
    .record(
      Object.fromEntries(
        ['sealed', 'sent', 'withdrawn', 'erased', 'waiting', 'setAside'].map(name => [
          name,
          fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger()),
        ]),
      ),
    )
    .map(one => JSON.stringify(one)),
  fc
    .record({ code: fc.oneof(fc.string(), fc.constant('\u0000'), fc.string({ unit: 'binary' })) })
    .map(one => JSON.stringify(one)),
)
const paths = fc.constantFrom(
  endpoints.enrol,
  endpoints.checkIn,
  endpoints.envelopes,
  endpoints.tallies,
  endpoints.withdrawals,
  endpoints.signIn,
  endpoints.rescues,
  endpoints.wards,
  endpoints.paper.replace(':ward', 'x'),
  endpoints.about.replace(':ward', '%00'),
)
const numRuns = times

const lies = () => front.look(db => db.selectFrom('envelopes').select('id').execute())

describe('the server', () => {
  it('refuses every body that is none with a numbered problem, and keeps what it has', async () => {
    await fc.assert(
      fc.asyncProperty(paths, bodies, fc.boolean(), async (path, body, token) => {
        done += 1
        const authorization = token ? `Bearer ${tablet.enrolled.token}` : 'Bearer \u00ff'
        const { status, problem } = await front.ask(path, {
          method: 'POST',
          body: body || ' ',
          headers: { authorization },
        })
        if (status === 200) return
        expect(Object.keys(problems), `${status} of ${path}`).toContain(problem)
        expect(problem, `${path} ${body}`).not.toBe('500.1')
        if (problem) problemsMet.add(problem)
      }),
      { numRuns, seed },
    )
    expect((await lies()).map(({ id }) => id)).toEqual([kept])
  })

  it('refuses every envelope that is none with its number, quarantines its bytes, and loses no other', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt, async bytes => {
        done += 1
        const sent = { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
        const [state = ''] = await tablet.send(sent)
        // Somebody may change the sealed part alone: that lies unopened until its count.
        if (state === 'stored' || state === 'duplicate') return
        expect(state).toMatch(/^refused (409\.1|422\.[1236])$/)
        problemsMet.add(state.slice(8))
        // What is too new for this server is nobody's mistake: it stays on its tablet until the server knows it.
        if (state.endsWith('422.6')) return
        const aside = await front.look(db =>
          db.selectFrom('quarantine').select('digest').where('digest', '=', sent.digest).execute(),
        )
        expect(aside.length, 'what was refused is kept').toBe(1)
      }),
      { numRuns, seed },
    )
    expect((await lies()).map(({ id }) => id)).toContain(kept)
  })
})

describe('an envelope', () => {
  it('is read or refused and nothing else, by its header and by its key', async () => {
    const box = await opener((await newKeyPair(crypto.subtle)).privateKey, [evaluation])
    await fc.assert(
      fc.asyncProperty(spoilt, async bytes => {
        done += 1
        try {
          readHeader(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(EnvelopeError)
        }
        await expect(box.open(bytes)).rejects.toBeInstanceOf(EnvelopeError)
      }),
      { numRuns, seed },
    )
  })
})

describe('a rescue file', () => {
  it('gives the envelopes that are whole, and says of the others why not, however it was changed', async () => {
    const good = await writeRescue(
      tablet.ward,
      [{ digest: await digest(whole, crypto.subtle), bytes: whole }],
      crypto.subtle,
    )
    const changed = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.json(),
      fc.nat().map(length => good.slice(0, length % good.length)),
      fc.record({ at: fc.nat(), with: fc.string({ minLength: 1, maxLength: 3 }) }).map(one => {
        const at = one.at % good.length
        return good.slice(0, at) + one.with + good.slice(at + one.with.length)
      }),
      fc.json().map(inside => JSON.stringify({ ...JSON.parse(good), envelopes: JSON.parse(inside) })),
    )
    await fc.assert(
      fc.asyncProperty(changed, async text => {
        done += 1
        const read = await readRescue(text, crypto.subtle)
        if (read.is !== 'rescue') return
        for (const one of read.envelopes) expect(await digest(one.bytes, crypto.subtle)).toBe(one.digest)
        if (text !== good && read.envelopes.length === 0)
          expect(read.complete && read.unreadable.length === 0).toBe(false)
      }),
      { numRuns, seed, examples: [[good]] },
    )
  })
})

let made = 0

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
          made += 1
          const database = openDatabase(`bad-${made}`)
          const memory = createSettings(database)
          const { token, tablet: id, settings, epoch, batches, now } = tablet.enrolled
          await memory.enrol({ token, tablet: id, settings }, { epoch, batches, now })
          const sealed = {
            digest: await digest(whole, crypto.subtle),
            id: kept,
            key: settings.key.id,
            bytes: whole,
          }
          await database.write(() => database.outbox.add({ ...sealed, state: 'waiting' }))
          const left = [...all]
          globalThis.fetch = async () => {
            const next = left.shift()
            if (!next) throw new TypeError('no signal')
            return new Response(next.body, { status: next.status, headers: { 'content-type': next.type } })
          }
          const line = createLine({ database, memory, ready: () => true, tell: () => {}, hear: () => {} })
          await line.nudge()
          await line.nudge()
          const entry = await database.outbox.get(sealed.digest)
          expect(entry?.bytes).toEqual(whole)
          expect(entry?.state, 'no receipt was of these bytes').not.toBe('sent')
          expect(
            (await createOutbox(database).counts()).waiting + (entry?.state === 'set-aside' ? 1 : 0),
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
