// Forms that are taken back over a bad line, by the real outbox and loop of two tablets, from a real server: whatever the
// line does, what was asked for is nowhere, and what was not is in the box once.

import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest } from '../../src/envelope/bytes.ts'
import { markOf } from '../../src/envelope/slip.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSettings } from '../../src/store/settings.ts'
import { tallyOf } from '../../src/store/tally.ts'
import { createWithdrawals } from '../../src/store/withdrawals.ts'
import { http } from '../../src/sync/http.ts'
import { createSync } from '../../src/sync/sync.ts'
import { type BadLine, badLine, type Fault, faults } from '../fixtures/faults.ts'
import { enrol, envelope, type Front, formId, type Leader, openFront, signIn } from '../server/front.ts'
import { seed } from './amounts.ts'

/** Forms that Amina's tablet holds in each schedule. */
const FORMS = 6
/** Rounds until which every schedule has run out and the line is good again. */
const MOST_ROUNDS = 40

let front: Front
let leader: Leader
let ward: string
let line: BadLine
let schedule: Fault[] = []
const reached = { known: new Set<string>(), befell: new Set<string>() }

beforeAll(async () => {
  front = await openFront()
  leader = await signIn(front)
  ward = await leader.addWard('Acute', 'Willow')
  line = await badLine(front.url, [endpoints.envelopes, endpoints.withdrawals], path => {
    const fault = schedule.shift() ?? 'none'
    reached.befell.add(`${fault} at ${path}`)
    return fault
  })
})

afterAll(async () => {
  await line.stop()
  await front.stop()
})

let run = 0

/** A tablet of the ward, with its tries unspent, and forms sealed and waiting. */
async function tabletWith(forms: number) {
  run += 1
  const database = openDatabase(`slips-${run}`)
  const [outbox, slips, memory] = [
    createOutbox(database),
    createWithdrawals(database),
    createSettings(database),
  ]
  const { enrolled, key } = await enrol(front, leader, ward)
  const { token, tablet, settings, epoch, batches } = enrolled
  const sealed: { id: string; slip: string; mark: string }[] = []
  for (let n = 0; n < forms; n += 1) {
    const slip = formId()
    const mark = await markOf(slip, crypto.subtle)
    const header = { id: formId(), ward, key, slip: mark }
    const bytes = new Uint8Array(Buffer.from((await envelope(header)).bytes, 'base64url'))
    const { id } = header
    const entry = { id, key, slip: mark, bytes, digest: await digest(bytes, crypto.subtle) }
    await database.write(() => database.outbox.add({ ...entry, state: 'waiting' }))
    sealed.push({ id, slip, mark })
  }
  await memory.enrol({ token, tablet, settings }, { epoch, batches })
  const sync = createSync(
    {
      ...outbox,
      slips,
      tally: () => tallyOf(database),
      pass: async () => ({ token, sealsTo: key }),
      known: memory.known,
      learn: memory.learn,
    },
    http(line.url, fetch),
    { random: Math.random, alone: work => work(), later: () => () => {} },
    () => {},
  )
  return { sealed, outbox, slips, sync, database }
}

const inTheBox = async () =>
  (await front.look(db => db.selectFrom('envelopes').select('id').execute())).map(row => row.id)

/** Which form is asked for, on whose tablet, and before which round. */
interface Ask {
  readonly form: number
  readonly on: 'hers' | 'another'
  readonly round: number
}

async function goesThrough(faultsInOrder: readonly Fault[], asks: readonly Ask[]): Promise<void> {
  const [hers, another] = [await tabletWith(FORMS), await tabletWith(0)]
  schedule = [...faultsInOrder]
  const asked = new Map<string, { id: string; slips: (typeof hers)['slips'][] }>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const ask of asks.filter(one => one.round === round)) {
      const form = hers.sealed[ask.form % FORMS]
      const { slips } = ask.on === 'hers' ? hers : another
      if (!form) continue
      await slips.ask(form.slip, form.mark, ward)
      asked.set(form.slip, { id: form.id, slips: [...(asked.get(form.slip)?.slips ?? []), slips] })
    }
    await hers.sync.nudge()
    await another.sync.nudge()
    const there = await inTheBox()
    for (const [slip, { id, slips }] of asked) {
      for (const one of slips) {
        const known = await one.known(slip)
        reached.known.add(known)
        if (known === 'taken') expect(there, 'what is said to be taken is in no box').not.toContain(id)
      }
    }
    const { sealed, sent, withdrawn, waiting, setAside } = await tallyOf(hers.database)
    expect(sent + withdrawn + waiting + setAside, 'the counts add up').toBe(sealed)
    const open = [hers, another].map(async ({ slips }) => (await slips.unanswered()).length)
    if (round > 3 && waiting + (await Promise.all(open)).reduce((a, b) => a + b) === 0) break
  }
  expect(await hers.slips.unanswered()).toEqual([])
  expect(await another.slips.unanswered()).toEqual([])
  const there = await inTheBox()
  const aside = (await hers.database.outbox.where('state').equals('set-aside').toArray()).map(one => one.id)
  // Only our server's own word sets a form aside.
  if (!faultsInOrder.includes('our 422')) expect(aside).toEqual([])
  for (const { id, slip } of hers.sealed) {
    const times = there.filter(one => one === id).length
    if (asked.has(slip)) expect(times, 'what was asked for is in no box').toBe(0)
    // A form of whose arrival nobody heard is set aside as well when that word comes instead.
    else if (!aside.includes(id)) expect(times, 'what was not is in the box once').toBe(1)
    else expect(times, 'what was set aside is in the box once at most').toBeLessThanOrEqual(1)
  }
  const marks = hers.sealed.filter(({ slip }) => asked.has(slip)).map(({ mark }) => mark)
  const lying = (await hers.database.outbox.toArray()).filter(one => marks.includes(one.slip ?? ''))
  // Asked for elsewhere, and set aside here by a word that was none: it waits for the server to be asked again.
  expect(lying.every(one => aside.includes(one.id) || one.state === 'sent')).toBe(true)
}

const ask = fc.record({
  form: fc.nat({ max: FORMS - 1 }),
  on: fc.constantFrom('hers' as const, 'another' as const),
  round: fc.nat({ max: 3 }),
})

/** At most five of them may be unknown to the server within the hour. */
const asks = fc.uniqueArray(ask, { maxLength: 4, selector: one => `${one.form}${one.on}` })

describe('a form that is taken back over a bad line', () => {
  it.each(faults.map(fault => ({ fault })))(
    'is in no box, and every other form is in it once, after: $fault',
    async ({ fault }) => {
      await goesThrough(
        [fault, fault, fault],
        [
          { form: 0, on: 'hers', round: 0 },
          { form: 1, on: 'hers', round: 1 },
          { form: 2, on: 'another', round: 0 },
          { form: 3, on: 'another', round: 2 },
        ],
      )
    },
  )

  it('is in no box whatever the line does, in any order, whoever asks and when', async () => {
    const line = fc.array(fc.constantFrom(...faults), { maxLength: 12 })
    await fc.assert(fc.asyncProperty(line, asks, goesThrough), { numRuns: 40, seed })
  }, 240_000)

  it('met every fault on both ways, and every word that a person can be told', () => {
    for (const path of [endpoints.envelopes, endpoints.withdrawals])
      for (const fault of faults) expect(reached.befell).toContain(`${fault} at ${path}`)
    expect([...reached.known].toSorted()).toEqual(['asked', 'taken', 'unknown'])
  })
})

describe('a server restored from a backup', () => {
  it('is asked again for a form that the backup brought back, so that it is not counted after all', async () => {
    schedule = []
    const [hers, another] = [await tabletWith(2), await tabletWith(0)]
    await hers.sync.nudge()
    const [form] = hers.sealed
    const backup = await front.look(db => db.selectFrom('envelopes').selectAll().execute())
    await another.slips.ask(form?.slip ?? '', form?.mark ?? '', ward)
    await another.sync.nudge()
    expect(await inTheBox()).not.toContain(form?.id)
    await front.look(async db => {
      await db.deleteFrom('withdrawals').execute()
      const gone = backup.filter(({ id }) => id === form?.id)
      await db.insertInto('envelopes').values(gone).execute()
      await db.updateTable('marks').set({ value: 'another-epoch' }).where('name', '=', 'epoch').execute()
    })
    expect(await inTheBox()).toContain(form?.id)
    await another.sync.nudge()
    expect(await inTheBox()).not.toContain(form?.id)
    expect(await another.slips.known(form?.slip ?? '')).toBe('taken')
  })
})
