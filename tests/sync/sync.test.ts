import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { digest, utf8 } from '../../src/envelope/bytes.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals } from '../../src/store/withdrawals.ts'
import { http } from '../../src/sync/http.ts'
import { createSync, type Desk, type Progress } from '../../src/sync/sync.ts'
import { ward } from '../fakes/tablet.ts'

const standing = { epoch: 'a', batches: 1, now: '2026-03-01T12:00:00.000Z' }
const world = { random: () => 0, alone: <T>(work: () => Promise<T>) => work(), later: () => () => {} }

async function waiting(id: string) {
  const bytes = utf8(id)
  return { digest: await digest(bytes, crypto.subtle), id, key: 'k', bytes, state: 'waiting' as const }
}

function deskOf(database: Database): Desk {
  const { known, learn } = createSettings(database)
  const pass = async () => ({ token: 't', sealsTo: 'k' })
  const slips = createWithdrawals(database)
  return { ...createOutbox(database), slips, known, learn, pass, tally: () => tallyOf(database) }
}

it('still says what arrived when staff press Send while it goes out by itself: it is the proof they wait for', async () => {
  const database = openDatabase('sync-again')
  await database.outbox.add(await waiting('1'))
  let send = async () => {}
  const server: typeof fetch = async (url, how) => {
    if (url === endpoints.checkIn) return Response.json({ settings: ward(), ...standing })
    if (url !== endpoints.envelopes) return Response.json(standing)
    void send()
    const { envelopes } = JSON.parse(String(how?.body))
    const receipts = envelopes.map(({ digest }: { digest: string }) => ({ state: 'stored', digest }))
    return Response.json({ receipts, ...standing })
  }
  const told: Progress[] = []
  const sync = createSync(deskOf(database), http('', server), world, now => told.push(now))
  send = sync.nudge
  await sync.nudge()
  expect(told.filter(now => now.arrived > now.of)).toEqual([])
  expect(told.at(-1)).toMatchObject({ arrived: 1, of: 1, loop: { is: 'still' } })
  // The next time is another matter.
  send = async () => {}
  await sync.nudge()
  expect(told.at(-1)).toMatchObject({ arrived: 0, of: 0 })
})

it('never says that more arrived than there were, when a form is sealed while others are sent', async () => {
  const database = openDatabase('sync')
  const seal = async (digit: string) => database.outbox.add(await waiting(digit))
  await seal('1')
  await seal('2')
  let late = false
  const server: typeof fetch = async (url, how) => {
    if (url === endpoints.checkIn) return Response.json({ settings: ward(), ...standing })
    const { envelopes } = JSON.parse(String(how?.body))
    if (!late) await seal('3')
    late = true
    const receipts = envelopes.map(({ digest }: { digest: string }) => ({ state: 'stored', digest }))
    return Response.json({ receipts, ...standing })
  }
  const told: Progress[] = []
  await createSync(deskOf(database), http('', server), world, now => told.push(now)).nudge()
  expect(told.filter(now => now.arrived > now.of)).toEqual([])
  expect(told.at(-1)).toMatchObject({ arrived: 3, of: 3, loop: { is: 'still' } })
})

it('says that a form that was begun waits as well: with whom it is counted is told to nobody else meanwhile', async () => {
  const database = openDatabase('sync-begun')
  await database.outbox.add(await waiting('1'))
  const said: unknown[] = []
  const server: typeof fetch = async (url, how) => {
    if (url === endpoints.checkIn) {
      said.push(JSON.parse(String(how?.body)))
      return Response.json({ settings: ward(), ...standing })
    }
    return Response.json({ receipts: [], ...standing }, { status: 503 })
  }
  const told: Progress[] = []
  for (const begun of [0, 2]) {
    const desk = { ...deskOf(database), pass: async () => ({ token: 't', sealsTo: 'k', begun }) }
    await createSync(desk, http('', server), world, now => told.push(now)).nudge()
  }
  expect(said).toEqual([
    { waiting: { k: 1 }, sealsTo: 'k' },
    { waiting: { k: 3 }, sealsTo: 'k' },
  ])
  // Nothing of it is on its way yet: staff are shown what can be sent.
  expect(told.at(-1)?.of).toBe(1)
})
