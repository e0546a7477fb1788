import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { digest as digestOf } from '../../src/envelope/bytes.ts'
import { type ProblemNumber, problem, problems } from '../../src/protocol/problems.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createOutbox, type Outbox } from '../../src/store/outbox.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { deliver } from '../../src/sync/deliver.ts'
import { enrol } from '../../src/sync/enrol.ts'
import { type Http, http } from '../../src/sync/http.ts'

const bytes = new Uint8Array([1])
const digest = await digestOf(bytes, crypto.subtle)
let n = 0
let database: Database
let outbox: Outbox

beforeEach(async () => {
  n += 1
  database = openDatabase(`deliver-${n}`)
  outbox = createOutbox(database)
  await database.outbox.add({ digest, id: '1', key: 'k', bytes, state: 'waiting' })
})

/** A server that says the same to every request. */
const says = (status: number, body: unknown, type = 'application/problem+json') =>
  http(
    'http://server',
    async () => new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }),
  )

const refuses = (number: ProblemNumber) => says(problems[number].status, problem(number))
const send = (line: ReturnType<typeof says>) => deliver(outbox, line, 'token', 100, () => 0)
const setAside = async () => (await outbox.counts()).setAside

describe('an envelope that is refused', () => {
  it.each(['409.1', '422.1', '422.2', '422.3'] as const)(
    'is set aside for %s, which speaks of itself',
    async number => {
      expect(await send(refuses(number))).toEqual({ is: 'set-aside', setAside: 1 })
      expect(await setAside()).toBe(1)
    },
  )

  it.each(['400.1', '401.2', '403.1', '403.2', '404.1', '409.2', '415.1', '503.1'] as const)(
    'waits on after %s, so that a fault of the server sets nobody’s form aside',
    async number => {
      expect(await send(refuses(number))).toEqual({ is: 'stuck', why: 'resting' })
      expect(await setAside()).toBe(0)
    },
  )

  it('waits on when the receipt names a reason that is not its own', async () => {
    const receipts = [{ state: 'refused', digest, problem: '500.1' }]
    const reply = { receipts, epoch: 'a', batches: 1, now: '2026-03-01T12:00:00.000Z' }
    expect(await send(says(200, reply, 'application/json'))).toEqual({ is: 'stuck', why: 'resting' })
    expect(await setAside()).toBe(0)
  })
})

describe('an envelope that the disk has spoilt', () => {
  it.each([
    ['has no bytes', undefined],
    ['has other bytes', new Uint8Array([2])],
    ['has text for bytes', 'bytes'],
  ])('is set aside as damaged when it %s, and the others go out', async (_, spoilt) => {
    const row = { digest: '0'.repeat(64), id: '2', key: 'k', bytes: spoilt, state: 'waiting' }
    await database.outbox.add(row as never)
    const tally = await tallyOf(database)
    const sent: string[] = []
    const line = http('http://server', async (_, how) => {
      const { envelopes } = JSON.parse(String(how?.body))
      const receipts = envelopes.map((one: { digest: string }) => {
        sent.push(one.digest)
        return { state: 'stored', digest: one.digest }
      })
      return Response.json({ receipts, epoch: 'a', batches: 1, now: '2026-03-01T12:00:00.000Z' })
    })
    expect(await send(line)).toEqual({ is: 'set-aside', setAside: 1 })
    expect(await send(line)).toMatchObject({ is: 'sent', arrived: 1 })
    expect(await send(line)).toEqual({ is: 'empty' })
    expect(sent).toEqual([digest])
    const kept = await database.outbox.get(row.digest)
    expect(kept).toMatchObject({ state: 'set-aside', problem: '422.4', id: '2' })
    expect(kept?.bytes, 'whatever there is stays').toEqual(spoilt)
    const after = { waiting: 0, setAside: 1, sent: tally.sent + 1, sealed: tally.sealed }
    expect(await tallyOf(database)).toMatchObject(after)
  })

  it('keeps the server from hearing how many wait no more than others when its key is spoilt', async () => {
    const row = { digest: '0'.repeat(64), id: '2', key: { x: 1 }, bytes, state: 'waiting' }
    await database.outbox.bulkAdd([row, { ...row, digest: '1'.repeat(64), key: 'x'.repeat(99) }] as never)
    expect(await outbox.waitingByKey()).toEqual({ k: 1, '': 2 })
  })
})

describe('a form that its person has taken back', () => {
  const standing = { epoch: 'a', batches: 1, now: '2026-03-01T12:00:00.000Z' }
  const refused = (of: string) =>
    says(
      200,
      { receipts: [{ state: 'refused', digest: of, problem: '422.5' }], ...standing },
      'application/json',
    )

  it('goes from the tablet against a receipt that names its bytes', async () => {
    expect(await send(refused(digest))).toMatchObject({ is: 'sent', arrived: 0, setAside: 0 })
    expect(await outbox.waiting(1)).toEqual([])
    expect(await outbox.counts()).toMatchObject({ waiting: 0, setAside: 0 })
  })

  it('stays where the word names no bytes or others, so that no form is lost by a mistake', async () => {
    expect(await send(refuses('422.5'))).toEqual({ is: 'stuck', why: 'resting' })
    expect(await send(refused('b'.repeat(64)))).toEqual({ is: 'stuck', why: 'resting' })
    expect(await outbox.counts()).toMatchObject({ waiting: 1, setAside: 0 })
  })
})

describe('a tablet’s permission', () => {
  it('has ended when our own server says so', async () => {
    expect(await send(refuses('401.1'))).toEqual({ is: 'stuck', why: 'permission-ended' })
  })

  it('has not ended because a proxy asks for a password, so that nobody enrols the tablet anew for nothing', async () => {
    for (const body of ['no', { type: 'about:blank' }, problem('401.2')])
      expect(await send(says(401, body))).toEqual({ is: 'stuck', why: 'resting' })
  })
})

describe('enrolling', () => {
  it.each([
    ['403.1', 'wrong-code'],
    ['400.1', 'wrong-code'],
    ['409.2', 'no-contacts'],
    ['409.7', 'other-ward'],
    ['404.1', 'resting'],
    ['429.1', 'too-many-tries'],
  ] as const)('says after %s: %s, so that staff try what can help', async (number, why) => {
    expect(await enrol(refuses(number), 'ABCDE 12345')).toEqual({ is: 'refused', why })
  })

  it('asks a server of an earlier version once more without the ward, so that the right code still works there', async () => {
    const asked: unknown[] = []
    const line: Http = {
      async post(_, body) {
        asked.push(body)
        return { is: 'refused', problem: asked.length === 1 ? '400.1' : '403.1' }
      },
    }
    expect(await enrol(line, 'ABCDE 12345', 'maple')).toEqual({ is: 'refused', why: 'wrong-code' })
    expect(asked).toEqual([{ code: 'ABCDE12345', ward: 'maple' }, { code: 'ABCDE12345' }])
  })
})
