import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { digest as digestOf } from '../../src/envelope/bytes.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { problem } from '../../src/protocol/problems.ts'
import { MOST_SLIPS } from '../../src/protocol/tablet.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals } from '../../src/store/withdrawals.ts'
import { http } from '../../src/sync/http.ts'
import { createSync, type Progress } from '../../src/sync/sync.ts'
import { ward } from '../fakes/tablet.ts'

const standing = { epoch: 'a', batches: 1, now: '2026-03-01T12:00:00.000Z' }
const slip = (n: number) => n.toString(16).padStart(32, '0')
const bytes = new Uint8Array([1])
const digest = await digestOf(bytes, crypto.subtle)

type Answer = (slips: readonly string[]) => Response
const refusal = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })
const all =
  (is: string): Answer =>
  slips =>
    Response.json({ withdrawals: slips.map(slip => ({ slip, is })), ...standing })

let n = 0
let database: Database

beforeEach(async () => {
  n += 1
  database = openDatabase(`withdraw-${n}`)
  await database.outbox.add({ digest, id: '1', key: 'k', bytes, state: 'waiting' })
  await database.withdrawals.bulkAdd([
    { slip: slip(1), mark: slip(1), ward: 'maple', state: 'asked' },
    { slip: slip(2), mark: slip(2), ward: 'maple', state: 'asked', here: 'copy' },
  ])
})

/** One round with a server that answers for slips like this; what it was asked, in order, and how it ended. */
async function round(answer: Answer) {
  const asked: string[] = []
  const server: typeof fetch = async (url, how) => {
    const body = JSON.parse(String(how?.body))
    asked.push(String(url))
    if (url === endpoints.checkIn) return Response.json({ settings: ward(), ...standing })
    if (url === endpoints.withdrawals) return answer(body.slips)
    if (url === endpoints.tallies) return Response.json(standing)
    const receipts = body.envelopes.map(({ digest }: { digest: string }) => ({ state: 'stored', digest }))
    return Response.json({ receipts, ...standing })
  }
  const { known, learn } = createSettings(database)
  const pass = async () => ({ token: 't', sealsTo: 'k' })
  const slips = createWithdrawals(database)
  const desk = { ...createOutbox(database), slips, known, learn, pass, tally: () => tallyOf(database) }
  const later: number[] = []
  const world = {
    random: () => 0,
    alone: <T>(work: () => Promise<T>) => work(),
    later(_: () => void, milliseconds: number) {
      later.push(milliseconds)
      return () => {}
    },
  }
  const told: Progress[] = []
  await createSync(desk, http('', server), world, now => told.push(now)).nudge()
  const { waiting } = await desk.counts()
  return { asked, later, loop: told.at(-1)?.loop, waiting, unanswered: await slips.unanswered() }
}

describe('slips', () => {
  it('are asked for before the forms go, and no more once the server has answered', async () => {
    const { asked, loop, unanswered } = await round(all('taken-out'))
    expect(asked.slice(0, 3)).toEqual([endpoints.checkIn, endpoints.withdrawals, endpoints.envelopes])
    expect(unanswered).toEqual([])
    expect(loop).toMatchObject({ is: 'still' })
    const again = await round(all('taken-out'))
    expect(again.asked).not.toContain(endpoints.withdrawals)
  })

  it('are asked for in requests that the server takes, all in one round', async () => {
    const many = Array.from({ length: 2 * MOST_SLIPS }, (_, n) => ({
      slip: slip(10 + n),
      mark: slip(10 + n),
      ward: 'maple',
      state: 'asked' as const,
    }))
    await database.withdrawals.bulkAdd(many)
    const sizes: number[] = []
    const { unanswered } = await round(slips => {
      sizes.push(slips.length)
      return all('kept')(slips)
    })
    expect(sizes).toEqual([MOST_SLIPS, MOST_SLIPS, 2])
    expect(unanswered).toEqual([])
  })
})

describe('a slip that the disk has spoilt', () => {
  it('does not keep the server from hearing of the others', async () => {
    const row = { mark: slip(3), ward: 'maple', state: 'asked' as const }
    await database.withdrawals.bulkAdd([
      { ...row, slip: 'x' },
      { ...row, slip: 7 as never },
    ])
    const heard: string[] = []
    const { loop } = await round(slips => {
      heard.push(...slips)
      return all('taken-out')(slips)
    })
    expect(heard.sort()).toEqual([slip(1), slip(2)])
    expect(loop).toMatchObject({ is: 'still' })
    expect(await database.withdrawals.get('x'), 'it stays as it is').toMatchObject({ state: 'asked' })
  })
})

describe('a server that does not answer for slips', () => {
  it('gets the forms all the same when it is older than slips, and is asked again within the hour', async () => {
    const { loop, later, waiting, unanswered } = await round(() => refusal(404, problem('404.1')))
    expect({ waiting, unanswered }).toEqual({ waiting: 0, unanswered: [slip(1), slip(2)] })
    expect(loop).toMatchObject({ is: 'still' })
    expect(later).toEqual([3_600_000])
  })

  it.each([
    ['says that there were too many', all('too-many')],
    ['says so of the request', () => refusal(429, problem('429.1'))],
  ])('is asked again within the hour when it %s, and staff are told of no fault', async (_, answer) => {
    const { loop, later, waiting, unanswered } = await round(answer)
    expect({ waiting, unanswered }).toEqual({ waiting: 0, unanswered: [slip(1), slip(2)] })
    expect(loop).toMatchObject({ is: 'still' })
    expect(later).toEqual([3_600_000])
  })

  it.each([
    ['fails', () => refusal(500, 'no')],
    ['calls the request wrong', () => refusal(400, problem('400.1'))],
    ['answers for other slips', all('taken-out').bind(undefined, [slip(8), slip(9)])],
    ['leaves one out', (slips: readonly string[]) => all('taken-out')(slips.slice(1))],
  ])('gets the forms all the same when it %s, and is asked again soon', async (_, answer) => {
    const { loop, waiting, unanswered } = await round(answer)
    expect(waiting, 'nobody’s form waits for another one’s slip').toBe(0)
    expect(unanswered).toContain(slip(1))
    expect(loop).toMatchObject({ is: 'waiting', why: 'resting' })
  })

  it('is asked again soon when the line is dead, and what waits stays', async () => {
    const { loop, waiting, unanswered } = await round(() => {
      throw new TypeError('no line')
    })
    expect({ waiting, unanswered }).toEqual({ waiting: 1, unanswered: [slip(1), slip(2)] })
    expect(loop).toMatchObject({ is: 'waiting', why: 'no-signal' })
  })
})
