// A wave of tablets, and a database that is held up: who came first is answered, who can't be is told at once when to come
// again, and the office notices nothing of it.

import { once } from 'node:events'
import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { openDatabase } from '../../src/server/database/database.ts'
import { Refusal } from '../../src/server/refusal.ts'
import { comeBack, limitsOf, turnstile } from '../../src/server/shed.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { type Answer, enrol, envelope, formId, type Sent, signIn, type TestTablet } from './front.ts'
import { type Process, run, until } from './process.ts'

const CONNECTIONS = 5
const { atWork, inLine, patience } = limitsOf(CONNECTIONS)

/** Seconds that a refusal tells to wait, of those that are as they should be. */
const seconds = ({ status, problem, headers }: Answer): number =>
  status === 503 && problem === '503.1' ? Number(headers.get('retry-after')) : 0

describe('a wave of tablets at the end of a shift, on PostgreSQL', () => {
  let cluster: Postgres
  let url: string
  let server: Process
  let tablet: TestTablet
  let keeper: pg.Client
  let leader: Awaited<ReturnType<typeof signIn>>
  beforeAll(async () => {
    cluster = await startPostgres()
  })
  beforeEach(async () => {
    url = cluster.database()
    server = await run({ DATABASE_URL: url, DATABASE_CONNECTIONS: String(CONNECTIONS) })
    leader = await signIn(server)
    tablet = await enrol(server, leader, await leader.addWard('Adult wards', 'Willow'))
    keeper = new pg.Client(url)
    await keeper.connect()
  })
  afterEach(async () => {
    await keeper.end()
    server.child.kill('SIGTERM')
    await server.ended
  })
  afterAll(() => cluster.stop())

  const send = (one: Sent) => tablet.ask(endpoints.envelopes, { envelopes: [one] })
  const forms = (many: number) =>
    Promise.all(
      Array.from({ length: many }, () => envelope({ id: formId(), ward: tablet.ward, key: tablet.key })),
    )
  /** Keeps everybody from putting anything into a box. */
  const hold = () => keeper.query('begin; lock table boxes in exclusive mode')
  const letGo = () => keeper.query('rollback')
  const lying = async () => {
    const db = await openDatabase({ url, folder: '' })
    const rows = await db.selectFrom('envelopes').select('digest').execute()
    await db.destroy()
    return new Set(rows.map(({ digest }) => digest))
  }

  it('answers who came first, sends the others away at once with a time to come back, and loses nothing', async () => {
    const wave = await forms(atWork + inLine + 30)
    await hold()
    const answers: Answer[] = []
    const all = wave.map(async one => {
      const answer = await send(one)
      answers.push(answer)
      return { one, answer }
    })
    await until(() => answers.length === 30)
    expect(answers.map(seconds).filter(wait => wait >= 2 && wait <= 12)).toHaveLength(30)
    expect(new Set(answers.map(seconds)).size).toBeGreaterThan(3)
    await letGo()
    const said = await Promise.all(all)
    const stored = said.filter(({ answer }) => answer.status === 200)
    expect(stored).toHaveLength(atWork + inLine)
    expect(await lying()).toEqual(new Set(stored.map(({ one }) => one.digest)))

    for (const { one, answer } of said)
      expect((await send(one)).body).toMatchObject({
        receipts: [{ state: answer.status === 200 ? 'duplicate' : 'stored', digest: one.digest }],
      })
    expect(await lying()).toEqual(new Set(wave.map(({ digest }) => digest)))
  }, 60_000)

  it('lets nobody stand in line for longer than is of use, and works on when it is over', async () => {
    const wave = await forms(atWork + 6)
    await hold()
    const began = performance.now()
    const sentAway: number[] = []
    const all = wave.map(async one => {
      const answer = await send(one)
      if (seconds(answer) > 0) sentAway.push(performance.now() - began)
      return answer
    })
    await until(() => sentAway.length === 6)
    expect(Math.min(...sentAway)).toBeGreaterThan(patience - 100)
    await letGo()
    const said = await Promise.all(all)
    expect(said.filter(one => seconds(one) > 0)).toHaveLength(6)
    expect(said.filter(one => one.status === 200)).toHaveLength(atWork)
    expect((await Promise.all(wave.map(send))).map(({ status }) => status)).toEqual(wave.map(() => 200))
  }, 30_000)

  it('never keeps a health check, the office or the app waiting behind tablets', async () => {
    const wave = await forms(atWork + inLine + 1)
    await hold()
    const all = wave.map(send)
    await Promise.race(all)
    expect((await server.ask(endpoints.health)).status).toBe(200)
    expect((await leader.ask('/api/office/me')).status).toBe(200)
    expect((await server.ask(endpoints.description)).status).toBe(200)
    await letGo()
    await Promise.all(all)
  }, 30_000)

  it('decides before a body has come, so that a wave costs no memory', async () => {
    const wave = await forms(atWork + inLine + 1)
    await hold()
    const all = wave.map(send)
    await Promise.race(all)
    const { host } = new URL(server.url)
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
    const said = once(socket, 'data')
    const heading = [`host: ${host}`, 'content-type: application/json', 'content-length: 3000000']
    socket.write(`POST ${endpoints.envelopes} HTTP/1.1\r\n${heading.join('\r\n')}\r\n\r\n{`)
    expect(String((await said)[0])).toMatch(/^HTTP\/1\.1 503 /)
    socket.destroy()
    await letGo()
    await Promise.all(all)
  }, 30_000)

  it('says the same of a database that gives no more connections, instead of keeping people waiting', async () => {
    await keeper.query('begin; lock table organisations in access exclusive mode')
    const asked = Array.from({ length: CONNECTIONS + 2 }, () => leader.ask('/api/office'))
    expect(seconds(await Promise.race(asked))).toBeGreaterThan(0)
    await letGo()
    const answers = await Promise.all(asked)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(CONNECTIONS)
    expect((await leader.ask('/api/office')).status).toBe(200)
  }, 30_000)
})

describe('a place', () => {
  const limits = { atWork: 1, inLine: 1, others: 0, slow: 20, slowly: 1, patience: 50 }
  const later = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))

  it('is given up by who comes slowly, so that a bad line keeps nobody out, and is not itself sent away', async () => {
    const enter = turnstile({ ...limits, slowly: 2 })
    const slow = enter('forms')
    await later(40)
    const [one, two] = [enter('forms'), enter('forms')]
    expect(() => enter('forms')).toThrow(Refusal)
    one.end()
    two.end()
    await slow.begin()
    slow.end()
    await enter('forms').begin()
  })

  it('is kept for so many slow ones only', async () => {
    const enter = turnstile(limits)
    const slow = enter('forms')
    await later(40)
    expect(() => enter('forms')).toThrow(Refusal)
    slow.end()
    enter('forms').end()
  })

  it('goes to who came first, and back to nobody when all have gone', async () => {
    const enter = turnstile({ ...limits, inLine: 3, patience: 5000 })
    const turns = [enter('forms'), enter('forms'), enter('forms'), enter('forms')]
    const order: number[] = []
    const all = turns.map(async (turn, n) => {
      await turn.begin()
      order.push(n)
      turn.end()
    })
    await Promise.all(all)
    expect(order).toEqual([0, 1, 2, 3])
    for (let n = 0; n < 4; n++) enter('forms')
    expect(() => enter('forms')).toThrow(Refusal)
  })

  it('is kept for forms, so that tablets that only say hello do not keep out those that send', () => {
    const enter = turnstile({ ...limits, inLine: 2, others: 1 })
    enter('others')
    enter('others')
    expect(() => enter('others')).toThrow(Refusal)
    enter('forms')
    expect(() => enter('forms')).toThrow(Refusal)
  })

  it('is free again after a body that never came, whatever became of it', () => {
    const enter = turnstile(limits)
    for (let n = 0; n < 10; n++) enter('forms').end()
    expect(enter('forms')).toBeDefined()
  })
})

it('spreads those who are sent away, the more of them the longer, so that they do not come back as one wave', () => {
  const waits = (crowd: number) => [0, 0.5, 1].map(share => comeBack(crowd, () => share))
  expect(waits(0)).toEqual([2, 7, 12])
  expect(waits(2_000)).toEqual([2, 17, 32])
  expect(waits(1_000_000)).toEqual([2, 61, 120])
})
