// A demonstration to look around in: an invented organisation whose history went the whole way, seal, box and count.

import type { Contacts } from '../../protocol/contacts.ts'
import { dayOf, firstOfNextMonth, plusDays } from '../clock.ts'
import { runDueCounts } from '../count/due.ts'
import type { House } from '../house.ts'
import { newServiceKey } from '../keys.ts'
import { type Box, boxesOf, lying } from '../queries/boxes.ts'
import { createDemonstrationOf, setNextCount } from '../queries/demonstration.ts'
import { readMark, setMark } from '../queries/marks.ts'
import { inTransaction } from '../queries/transaction.ts'
import { newService, newWard, setContacts, wardOf } from '../queries/wards.ts'
import { newId } from '../secrets.ts'
import { tellActions } from './actions.ts'
import { fill } from './fill.ts'
import { tellOutlets } from './outlets.ts'
import { seeded } from './people.ts'
import { tellReadiness } from './readiness.ts'
import { chapterOf, story } from './story.ts'

const MONTHS = story.length

// 01632 960000-960999 belongs to nobody: Ofcom keeps it for drama. The last two numbers are real.
const invented: Contacts = {
  advocate: { name: 'Example Advocacy (invented)', phone: '01632 960101' },
  safeguarding: { name: 'Safeguarding team (invented)', phone: '01632 960102' },
  complaints: { name: 'PALS and complaints (invented)', phone: '01632 960103' },
  regulator: { name: 'Care Quality Commission', phone: '03000 616161' },
  emergency: { name: 'Emergency services', phone: '999' },
}

const HISTORY = 'demonstration history'

/**
 * Makes the demonstration in an empty database, without its history yet, within a transaction. `empty`, the name of the mark, will name the ward
 * whose box is empty.
 */
export async function createDemonstration(within: House, empty: string): Promise<void> {
  const organisation = newId(within.random)
  await createDemonstrationOf(within.db, organisation, 'Demonstration Trust (not real)')
  const service = await newService(within, organisation, 'Invented Inpatient Service')
  await newServiceKey(within, { organisation, id: service })
  const told = await newWard(within, organisation, service, 'Willow Ward (invented)')
  const ward = await newWard(within, organisation, service, 'Maple Ward (invented)')
  for (const one of [told, ward]) await setContacts(within.db, organisation, one, invented)
  await tellReadiness(within, { organisation, service })
  await tellOutlets(within, organisation)
  const box = await boxOf(within, organisation, told)
  const history: History = { organisation, ward: told, until: box.next_count }
  await setNextCount(within.db, organisation, box.id, monthsBefore(history.until, MONTHS))
  await setMark(within.db, HISTORY, JSON.stringify(history))
  await setMark(within.db, empty, ward)
}

/** A ward whose months before a day are still to be told. */
interface History {
  readonly organisation: string
  readonly ward: string
  readonly until: string
}

/** Tells the other ward's history, month by month, from wherever a start that was cut short has left it. */
export async function tellHistory(house: House): Promise<void> {
  const mark = await readMark(house.db, HISTORY)
  if (!mark) return
  const { organisation, ward: id, until }: History = JSON.parse(mark)
  const ward = await wardOf(house.db, organisation, id)
  const box = await boxOf(house, organisation, id)
  for (let due = box.next_count; ward && due < until; due = firstOfNextMonth(due)) {
    const n = monthsBetween(monthsBefore(until, MONTHS), due)
    const { forms: many, change, halved, left } = chapterOf(n)
    const random = seeded(2022 + n)
    const arrivedOn = plusDays(due, -9)
    const times = { month: arrivedOn.slice(0, 7) as `${number}-${number}`, change, ...(halved && { halved }) }
    // What a start laid in before it was cut short is there already.
    if ((await lying(house.db, box, due)) === left)
      await fill(house, organisation, ward, { many, arrivedOn, random, times })
    await runDueCounts({ ...house, clock: atNoon(due) })
  }
  await inTransaction(house, async within => {
    await tellActions(within, organisation, box.id)
    await setMark(within.db, HISTORY, '')
  })
}

async function boxOf({ db }: House, organisation: string, id: string): Promise<Box> {
  const ward = await wardOf(db, organisation, id)
  const box = (await boxesOf(db, organisation)).find(one => one.id === ward?.box)
  if (!box) throw new Error('a ward that was just made is gone')
  return box
}

const atNoon = (day: string) => ({ now: () => new Date(`${day}T12:00:00Z`) })

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return dayOf(date, 'UTC')
}

const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

const monthsBetween = (from: string, to: string): number => months(to) - months(from)
