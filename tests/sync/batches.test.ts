// How many envelopes go at once, and when the next try is: seen from the server that they come to.

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { digest, utf8 } from '../../src/envelope/bytes.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals } from '../../src/store/withdrawals.ts'
import { http } from '../../src/sync/http.ts'
import { createSync, type Sync } from '../../src/sync/sync.ts'
import { ward } from '../fakes/tablet.ts'

const FORMS = 1000
const standing = { epoch: 'a', batches: 1, now: '2026-03-01T12:00:00.000Z' }
let n = 0
/** The size of each batch that the server was asked to take. */
let batches: number[]
/** Every address that was asked, in its turn. */
let asked: string[]
/** What it answers instead of receipts, in its turn. */
let instead: (() => Response)[]
/** Milliseconds until the next try, where one is due, and what it does. */
let due: { readonly milliseconds: number; readonly work: () => void }[]

const server: typeof fetch = async (url, how) => {
  asked.push(String(url))
  if (url === endpoints.checkIn) return Response.json({ settings: ward(), ...standing })
  if (url !== endpoints.envelopes) return Response.json(standing)
  const { envelopes } = JSON.parse(String(how?.body))
  batches.push(envelopes.length)
  const said = instead.shift()
  if (said) return said()
  const receipts = envelopes.map(({ digest }: { digest: string }) => ({ state: 'stored', digest }))
  return Response.json({ receipts, ...standing })
}

/** A tablet with so many forms waiting. */
async function tablet(forms: number): Promise<Sync> {
  n += 1
  const database = openDatabase(`batches-${n}`)
  for (let one = 0; one < forms; one += 1) {
    const bytes = utf8(`form ${one}`)
    const row = { digest: await digest(bytes, crypto.subtle), id: `${one}`, key: 'k', bytes }
    await database.outbox.add({ ...row, state: 'waiting' })
  }
  const { known, learn } = createSettings(database)
  const slips = createWithdrawals(database)
  const pass = async () => ({ token: 't', sealsTo: 'k' })
  const desk = { ...createOutbox(database), slips, known, learn, pass, tally: () => tallyOf(database) }
  const later = (work: () => void, milliseconds: number) => {
    const one = { work, milliseconds }
    due.push(one)
    return () => void due.splice(due.indexOf(one), 1)
  }
  return createSync(desk, http('', server), { random: () => 0, alone: work => work(), later }, () => {})
}

const noSignal = () => {
  throw new TypeError('no signal')
}

beforeEach(() => {
  batches = []
  asked = []
  instead = []
  due = []
})

describe('a batch', () => {
  it('begins small and doubles up to what a server takes, so that a thousand forms are soon there', async () => {
    await (await tablet(FORMS)).nudge()
    expect(batches).toEqual([50, 100, 200, 400, 250])
  })

  it.each([
    [0, 0],
    [20, 1],
    [FORMS, 5],
  ])(
    'of a shift end with %i forms is %i requests, and three around them, so that a bad line is soon done with',
    async (forms, sends) => {
      await (await tablet(forms)).nudge()
      const { checkIn, envelopes, tallies } = endpoints
      const again = forms > 0 ? [checkIn] : []
      expect(asked).toEqual([checkIn, ...Array(sends).fill(envelopes), tallies, ...again])
    },
  )

  it('of which nothing was heard is tried smaller and smaller, so that a thin line gets something through', async () => {
    instead = [noSignal, noSignal, noSignal]
    const sync = await tablet(FORMS)
    for (let round = 0; round < 4; round += 1) await sync.nudge()
    expect(batches.slice(0, 6)).toEqual([50, 25, 12, 6, 12, 24])
    expect(batches.slice(3).reduce((sum, size) => sum + size)).toBe(FORMS)
  })

  it('is small again after a large one broke, and not smaller for it', async () => {
    instead = [() => Response.json({ receipts: [], ...standing })]
    const sync = await tablet(FORMS)
    await sync.nudge()
    await sync.nudge()
    expect(batches.slice(0, 3)).toEqual([50, 50, 100])
  })
})

describe('a server that asks to be left alone', () => {
  const busy = (status: number, seconds: string) => () =>
    new Response('no', { status, headers: { 'retry-after': seconds } })

  it.each([
    [503, '40', 40_000],
    [429, '2', 2000],
    [503, '86400', 300_000],
  ])('with %i for %s seconds is not asked before, though staff press Send', async (status, seconds, wait) => {
    instead = [busy(status, seconds)]
    const sync = await tablet(3)
    await sync.nudge()
    expect(due.map(({ milliseconds }) => milliseconds)).toEqual([wait])
    await sync.nudge()
    expect(batches).toEqual([3])
    expect(due).toHaveLength(1)
    due.shift()?.work()
    await sync.nudge()
    expect(batches).toEqual([3, 3])
  })

  it.each(['Wed, 21 Oct 2026 07:28:00 GMT', '-5', 'soon'])(
    'in no number of seconds (%s) is tried again as one that said nothing',
    async said => {
      instead = [busy(503, said)]
      const sync = await tablet(3)
      await sync.nudge()
      expect(due.map(({ milliseconds }) => milliseconds)).toEqual([1000])
      await sync.nudge()
      expect(batches).toEqual([3, 3])
    },
  )
})
