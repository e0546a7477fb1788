// The one way in which somebody can let a box's day come: in a demonstration, with synthetic forms.

import { firstOfNextMonth, plusDays } from '../clock.ts'
import { runDueCounts } from '../count/due.ts'
import type { House } from '../house.ts'
import { eraseDeleted } from '../ledger.ts'
import { boxesOf, lookAtBoxes, lying, NIGHTS } from '../queries/boxes.ts'
import { releaseOn } from '../queries/counts.ts'
import { letDaysPass } from '../queries/demonstration.ts'
import { organisationOf, todayOf } from '../queries/organisations.ts'
import { wardOf } from '../queries/wards.ts'
import { refuse } from '../refusal.ts'
import { fill } from './fill.ts'
import { seeded } from './people.ts'

/** Forms with which a box is counted here at least: from 20 on nothing is banded, with a few to spare for blank ones. */
const ENOUGH = 22

/**
 * Tops a ward's box up, lets days go by until what lies in it is counted, and names the release.
 * Refuses with 404.1 outside a demonstration. `house.db` must be no transaction.
 */
export async function advance(house: House, organisation: string, ward: string): Promise<string> {
  const owner = await organisationOf(house.db, organisation)
  const found = await wardOf(house.db, organisation, ward)
  const box = (await boxesOf(house.db, organisation)).find(one => one.id === found?.box)
  if (owner?.demonstration !== 1 || !found || !box) throw refuse('404.1')
  const today = await todayOf(house, organisation)
  const many = Math.max(0, ENOUGH - (await lying(house.db, box, today)))
  const [seed = 0] = new Uint32Array(house.random(4).buffer)
  const times = { month: today.slice(0, 7) as `${number}-${number}`, change: 1 }
  await fill(house, organisation, found, { many, arrivedOn: today, random: seeded(seed), times })
  let due = box.next_count
  while (due < plusDays(today, NIGHTS)) due = firstOfNextMonth(due)
  await letDaysPass(house.db, organisation, owner.days_ahead + daysBetween(today, due))
  await runDueCounts(house)
  await eraseDeleted(house)
  await lookAtBoxes(house)
  const release = await releaseOn(house.db, { organisation, box: box.id, due })
  if (!release) throw refuse('503.1')
  return release
}

const DAY = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY))
