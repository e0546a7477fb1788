// What an office sees first: its services, their wards, boxes and tablets. Nothing of what is in a box.

import { keeps } from '../protocol/accounts.ts'
import type { BoxView, Overview, ServiceView, TabletView, WardView } from '../protocol/office.ts'
import { openingWith } from '../protocol/wordings.ts'
import type { Database } from './database/database.ts'
import type { House } from './house.ts'
import { answeredOf } from './queries/acted.ts'
import { boxViews, todayAt } from './queries/boxes.ts'
import { closedByWard } from './queries/closing.ts'
import { organisationOf } from './queries/organisations.ts'
import { heldByBox, ofBoxes, releasesByBox } from './queries/releases.ts'
import { tabletsOf } from './queries/tablets.ts'
import { talliesOf } from './queries/tallies.ts'
import { countedIn, togetherIn } from './queries/together.ts'
import { servicesOf, type Ward, wardsOf } from './queries/wards.ts'
import { questionsOf } from './questions.ts'
import { type Session, sees } from './session.ts'
import { wordingsByService } from './wordings.ts'

/**
 * The overview of who is signed in: their services; only who keeps tablets sees any. It asks the database as often for many
 * wards as for one.
 */
export async function overviewOf(house: House, session: Session): Promise<Overview> {
  const { db } = house
  const { organisation, demonstration, role } = session
  const { name, days_ahead } = (await organisationOf(db, organisation)) ?? { name: '', days_ahead: 0 }
  const today = todayAt(house, { days_ahead })
  const wards = await wardsOf(db, organisation)
  const together = await togetherIn(db, organisation)
  const told = (ward: Ward, box: string): string[] => countedIn(together, wards, box, ward.id)
  const tablets = keeps(role) ? await tabletViews(db, organisation, today) : new Map<string, Tablet[]>()
  const boxes = await boxViews(db, organisation, today)
  const closed = await closedByWard(db, organisation, today)
  const releases = await releasesByBox(db, organisation)
  const answered = await answeredOf(db, organisation)
  const held = await heldByBox(db, organisation, role)
  const on = await wordingsByService(db, organisation)

  const view = (ward: Ward, wordings: readonly string[]): WardView => ({
    id: ward.id,
    name: ward.name,
    countedWith: told(ward, ward.box),
    group: ward.box,
    contacts: ward.contacts,
    opening: openingWith(ward.opening, wordings),
    about: ward.about,
    box: boxOf(boxes, ward, today),
    tablets: (tablets.get(ward.id) ?? []).map(({ box, ...tablet }) =>
      tablet.ended || box === null || box === ward.box ? tablet : { ...tablet, still: told(ward, box) },
    ),
    releases: ofBoxes(releases, together.boxes.get(ward.id) ?? []).map(one => ({
      ...one,
      ...(!answered.has(one.id) && { waits: true }),
    })),
    held: ofBoxes(held, together.boxes.get(ward.id) ?? []),
    ...closed.get(ward.id),
  })

  const services: ServiceView[] = []
  for (const { id, name, threshold } of await servicesOf(db, organisation)) {
    if (!sees(session, id)) continue
    const wordings = on.get(id) ?? []
    const own = wards.filter(ward => ward.service === id)
    services.push({ id, name, threshold, wordings, wards: own.map(ward => view(ward, wordings)) })
  }
  return { organisation: name, demonstration, role, services }
}

function boxOf(boxes: ReadonlyMap<string, BoxView>, { box }: Ward, today: string): BoxView {
  const found = boxes.get(box)
  if (!found) throw new Error('a ward without a box')
  // A count moves the day on as it ends: until then it is under way or waits its turn. Its day tells this, and nothing else may.
  return found.nextCount <= today ? { ...found, counting: true } : found
}

type Tablet = TabletView & { readonly box: string | null }

/** The tablets of each ward, with what their counts leave open today. */
async function tabletViews(
  db: Database,
  organisation: string,
  today: string,
): Promise<Map<string, Tablet[]>> {
  const said = await talliesOf(db, organisation)
  const views = new Map<string, Tablet[]>()
  for (const tablet of await tabletsOf(db, organisation)) {
    const { id, ward, name, heard_on, ended, box } = tablet
    const questions = questionsOf(tablet, said.get(id), today)
    const view = { id, name, heardOn: heard_on, ended: ended === 1, questions, box }
    views.set(ward, [...(views.get(ward) ?? []), view])
  }
  return views
}
