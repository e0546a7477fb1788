// A demonstration to look around in: an invented organisation whose history went the whole way, seal, box and count.

import type { Contacts } from '../../protocol/contacts.ts'
import { dayOf, plusDays } from '../clock.ts'
import { runDueCounts } from '../count/due.ts'
import type { House } from '../house.ts'
import { newServiceKey } from '../keys.ts'
import { boxesOf } from '../queries/boxes.ts'
import { createDemonstrationOf, setNextCount } from '../queries/demonstration.ts'
import { inTransaction } from '../queries/transaction.ts'
import { newService, newWard, setContacts, wardsOf } from '../queries/wards.ts'
import { newId } from '../secrets.ts'
import { fill } from './fill.ts'
import { seeded } from './people.ts'

const MONTHS = 9

// 01632 960000-960999 belongs to nobody: Ofcom keeps it for drama. The last two numbers are real.
const invented: Contacts = {
  advocate: { name: 'Example Advocacy (invented)', phone: '01632 960101' },
  safeguarding: { name: 'Safeguarding team (invented)', phone: '01632 960102' },
  complaints: { name: 'PALS and complaints (invented)', phone: '01632 960103' },
  regulator: { name: 'Care Quality Commission', phone: '03000 616161' },
  emergency: { name: 'Emergency services', phone: '999' },
}

/** Makes the demonstration in an empty database. `ward` has an empty box; the other ward has months of releases. */
export async function createDemonstration(house: House): Promise<{ organisation: string; ward: string }> {
  const organisation = newId(house.random)
  const { told, ward } = await inTransaction(house, async within => {
    await createDemonstrationOf(within.db, organisation, 'Demonstration Trust (not real)')
    const service = await newService(within, organisation, 'Invented Inpatient Service')
    await newServiceKey(within, { organisation, id: service })
    const told = await newWard(within, organisation, service, 'Willow Ward (invented)')
    const ward = await newWard(within, organisation, service, 'Maple Ward (invented)')
    for (const one of [told, ward]) await setContacts(within.db, organisation, one, invented)
    return { told, ward }
  })
  await tellHistory(house, organisation, told)
  return { organisation, ward }
}

async function tellHistory(house: House, organisation: string, id: string): Promise<void> {
  const ward = (await wardsOf(house.db, organisation)).find(one => one.id === id)
  const box = (await boxesOf(house.db, organisation)).find(one => one.id === ward?.box)
  if (!ward || !box) throw new Error('a ward that was just made is gone')
  const random = seeded(2022)
  for (let n = 0; n < MONTHS; n++) {
    const due = monthsBefore(box.next_count, MONTHS - n)
    const arrivedOn = plusDays(due, -9)
    const times = { month: arrivedOn.slice(0, 7) as `${number}-${number}`, change: n / MONTHS }
    const many = 13 + Math.floor(random() * 14)
    if (n === 0) await setNextCount(house.db, organisation, box.id, due)
    await fill(house, organisation, ward, { many, arrivedOn, random, times })
    await runDueCounts({ ...house, clock: atNoon(due) })
  }
}

const atNoon = (day: string) => ({ now: () => new Date(`${day}T12:00:00Z`) })

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return dayOf(date, 'UTC')
}
