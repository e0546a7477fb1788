// What a tablet knows of its ward, spoilt on its disk or told wrongly, and codes that are none: it stays what it is.

import '../store/fakes.ts'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ProblemNumber, problem, problems } from '../../src/protocol/problems.ts'
import { type Settings, settings as settingsShape } from '../../src/protocol/tablet.ts'
import { createLine } from '../../src/tablet/line.ts'
import { amount, seed } from './amounts.ts'
import { type Arrived, arrive } from './bad/arrived.ts'
import { holding } from './bad/holding.ts'
import { counted, figure } from './figures.ts'

const numRuns = Math.ceil(amount('bad') / 4)

let arrived: Arrived
let done = 0
const reached = new Map<string, number>()
const add = (name: string) => reached.set(name, (reached.get(name) ?? 0) + 1)

beforeAll(async () => {
  arrived = await arrive()
  // A line that tries again later would hold the lock against the next one: each is another tablet's here.
  vi.stubGlobal('navigator', {})
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await arrived.front.stop()
  figure({
    proof: 'Bad settings and codes on a tablet',
    done: `${done} settings and codes`,
    reached: counted(reached),
    came: '0 crashes, 0 forms lost, always the same tablet',
  })
})

describe('the tablet', () => {
  it('keeps its ward and sends its form, whatever settings lie on its disk or are told', async () => {
    const spoils = fc.record({
      name: fc.constantFrom(...(Object.keys(settingsShape.entries) as (keyof Settings)[])),
      value: fc.oneof(fc.jsonValue(), fc.constant(undefined)),
      where: fc.constantFrom('stored', 'told'),
    })
    const fetched = globalThis.fetch
    await fc
      .assert(
        fc.asyncProperty(spoils, async ({ name, value, where }) => {
          done += 1
          add(where)
          const { database, memory, entry } = await holding(arrived)
          const good = arrived.tablet.enrolled.settings
          const spoilt = { ...good, [name]: value }
          const { token, tablet: id, epoch, batches, now } = arrived.tablet.enrolled
          if (where === 'stored')
            await memory.enrol({ token, tablet: id, settings: spoilt }, arrived.tablet.enrolled)
          const told = where === 'told' ? spoilt : good
          globalThis.fetch = async (_, how) => {
            const { waiting, envelopes = [] } = JSON.parse(String(how?.body))
            const receipts = envelopes.map((one: object) => ({ state: 'stored', ...one }))
            return Response.json({ ...(waiting ? { settings: told } : { receipts }), epoch, batches, now })
          }
          const line = createLine({ database, memory, ready: () => true, tell: () => {}, hear: () => {} })
          await line.nudge()
          const held = await memory.enrolment()
          const read = where === 'told' || !['ward', 'key'].includes(name)
          expect(held !== undefined, 'only without its ward or its key it is no tablet').toBe(read)
          if (held) expect(v.is(settingsShape, held.settings), 'what can not be read is not kept').toBe(true)
          const heard = read && v.is(settingsShape, told)
          expect(await entry()).toMatchObject({ state: heard ? 'sent' : 'waiting', bytes: arrived.whole })
          database.close()
        }),
        { numRuns: numRuns, seed },
      )
      .finally(() => {
        globalThis.fetch = fetched
      })
  })

  it('stays the tablet that it is, whatever code is typed and whatever is said to it', async () => {
    const fetched = globalThis.fetch
    const tries = fc.record({
      code: fc.string({ maxLength: 40, unit: 'binary' }),
      status: fc.constantFrom(200, 400, 403, 404, 409, 429, 500),
      body: fc.oneof(
        fc.json(),
        fc.string(),
        fc.constantFrom(...Object.keys(problems)).map(n => JSON.stringify(problem(n as ProblemNumber))),
      ),
    })
    const words = ['wrong-code', 'too-many-tries', 'no-contacts', 'other-ward', 'resting']
    await fc
      .assert(
        fc.asyncProperty(tries, async ({ code, status, body }) => {
          done += 1
          const { database, memory, entry } = await holding(arrived)
          const before = await memory.enrolment()
          const type = 'application/problem+json'
          globalThis.fetch = async () => new Response(body, { status, headers: { 'content-type': type } })
          const line = createLine({ database, memory, ready: () => true, tell: () => {}, hear: () => {} })
          const why = String(await line.enrol(code))
          add(why)
          expect(words).toContain(why)
          expect(await memory.enrolment()).toEqual(before)
          expect(await entry()).toMatchObject({ state: 'waiting', bytes: arrived.whole })
          database.close()
        }),
        { numRuns: numRuns, seed },
      )
      .finally(() => {
        globalThis.fetch = fetched
      })
  })
})
