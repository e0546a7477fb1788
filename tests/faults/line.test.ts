// A tablet's real outbox and loop, over a bad line, to a real server: nothing lost, nothing twice.

import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../src/envelope/bytes.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals } from '../../src/store/withdrawals.ts'
import { http } from '../../src/sync/http.ts'
import { createSync } from '../../src/sync/sync.ts'
import { type BadLine, badLine, type Fault, faults } from '../fixtures/faults.ts'
import { enrol, envelope, type Front, formId, openFront, signIn, type TestTablet } from '../server/front.ts'

/** Forms a tablet holds in each schedule. */
const FORMS = 12
/** Rounds until which every schedule has run out and the line is good again. */
const MOST_ROUNDS = 60

let front: Front
let tablet: TestTablet
let line: BadLine
let schedule: Fault[] = []
const reached = { states: new Set<string>(), why: new Set<string>() }

beforeAll(async () => {
  front = await openFront()
  const leader = await signIn(front)
  tablet = await enrol(front, leader, await leader.addWard('Acute', 'Willow'))
  line = await badLine(front.url, endpoints.envelopes, () => schedule.shift() ?? 'none')
})

beforeEach(() => {
  schedule = []
})

afterAll(async () => {
  await line.stop()
  await front.stop()
})

let run = 0

/** A tablet of the ward with forms sealed and waiting, and the loop that sends them. */
async function tabletWithForms(size: number) {
  run += 1
  const database = openDatabase(`faults-${run}`)
  const outbox = createOutbox(database)
  const memory = createSettings(database)
  const { token, tablet: id, settings, epoch, batches } = tablet.enrolled
  await memory.enrol({ token, tablet: id, settings }, { epoch, batches })
  const ids: string[] = []
  for (let n = 0; n < size; n++) {
    const header = { id: formId(), ward: tablet.ward, key: tablet.key }
    const bytes = new Uint8Array(Buffer.from((await envelope(header)).bytes, 'base64url'))
    const sealed = { ...header, bytes, digest: await digest(bytes, crypto.subtle) }
    await database.write(() => database.outbox.add({ ...sealed, state: 'waiting' }))
    ids.push(header.id)
  }
  const sync = createSync(
    {
      ...outbox,
      slips: createWithdrawals(database),
      tally: () => tallyOf(database),
      pass: async () => ({ token, sealsTo: tablet.key }),
      known: memory.known,
      learn: memory.learn,
    },
    http(line.url, fetch),
    {
      random: Math.random,
      alone: work => work(),
      later: () => () => {},
    },
    ({ loop }) => {
      reached.states.add(loop.is)
      if (loop.is === 'waiting') reached.why.add(loop.why)
    },
  )
  return { ids, outbox, sync, database }
}

const inTheBox = () => front.look(db => db.selectFrom('envelopes').select('id').execute())

async function goesThrough(faultsInOrder: Fault[]): Promise<void> {
  const amina = await tabletWithForms(FORMS)
  const before = new Set((await inTheBox()).map(row => row.id))
  schedule = [...faultsInOrder]
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await amina.sync.nudge()
    const { waiting, setAside } = await amina.outbox.counts()
    const sent = await amina.database.outbox.where('state').equals('sent').toArray()
    const arrived = new Set((await inTheBox()).map(row => row.id))
    expect(waiting + setAside + sent.length, 'every form is somewhere on the tablet').toBe(FORMS)
    for (const entry of sent) expect(arrived, 'what has a receipt is in the box').toContain(entry.id)
    if (waiting === 0) break
  }
  const { waiting, setAside } = await amina.outbox.counts()
  expect(waiting).toBe(0)
  const mine = (await inTheBox()).map(row => row.id).filter(id => !before.has(id))
  expect(new Set(mine).size, 'nothing is in the box twice').toBe(mine.length)
  for (const id of mine) expect(amina.ids).toContain(id)
  // Only our server's own word sets a form aside, and then it keeps its bytes.
  if (!faultsInOrder.includes('our 422')) {
    expect(setAside).toBe(0)
    expect(mine.toSorted()).toEqual(amina.ids.toSorted())
  }
}

describe('twelve forms over a bad line', () => {
  it.each(faults.map(fault => ({ fault })))(
    'all arrive, or are kept and named, after: $fault',
    async ({ fault }) => {
      await goesThrough([fault, fault])
    },
  )

  it('all arrive once whatever the line does, in any order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...faults), { maxLength: 12 }), goesThrough), {
      numRuns: 150,
    })
  }, 240_000)

  it('met every fault and every state that there is', () => {
    expect([...line.met.keys()].toSorted()).toEqual([...faults].toSorted())
    expect([...reached.states].toSorted()).toEqual(['still', 'talking', 'waiting'])
    expect([...reached.why].toSorted()).toEqual(['no-signal', 'permission-ended', 'resting', 'sign-in-page'])
  })
})

describe('a server restored from a backup', () => {
  it('is offered again what it has forgotten, so that a receipt is never worth less than the form', async () => {
    const ben = await tabletWithForms(3)
    await ben.sync.nudge()
    expect((await ben.outbox.counts()).waiting).toBe(0)
    // The backup is from before the forms came, and its epoch is set anew when it starts.
    await front.look(async db => {
      await db.deleteFrom('envelopes').where('id', 'in', ben.ids).execute()
      await db.updateTable('marks').set({ value: 'another-epoch' }).where('name', '=', 'epoch').execute()
    })
    await ben.sync.nudge()
    const there = (await inTheBox()).map(row => row.id)
    for (const id of ben.ids) expect(there).toContain(id)
    expect((await ben.outbox.counts()).waiting).toBe(0)
  })

  it('is noticed by its smaller number of batches too, when the whole machine was put back', async () => {
    const cara = await tabletWithForms(2)
    await cara.sync.nudge()
    await front.look(async db => {
      await db.deleteFrom('envelopes').where('id', 'in', cara.ids).execute()
      await db.updateTable('tablets').set({ batches: 0 }).where('id', '=', tablet.id).execute()
    })
    await cara.sync.nudge()
    expect((await inTheBox()).map(row => row.id)).toEqual(expect.arrayContaining(cara.ids))
  })
})
