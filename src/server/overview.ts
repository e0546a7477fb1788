// What an office sees first: its services, their wards, boxes and tablets. Nothing of what is in a box.

import { keeps } from '../protocol/accounts.ts'
import type { Overview, ServiceView, TabletView, WardView } from '../protocol/office.ts'
import { openingWith } from '../protocol/wordings.ts'
import type { House } from './house.ts'
import { boxView } from './queries/boxes.ts'
import { heldOf, releasesOf } from './queries/counts.ts'
import { organisationOf, todayOf } from './queries/organisations.ts'
import { tabletsOf } from './queries/tablets.ts'
import { talliesOf } from './queries/tallies.ts'
import { countedWith, servicesOf, type Ward, wardsOf } from './queries/wards.ts'
import { questionsOf } from './questions.ts'
import { type Session, sees } from './session.ts'
import { wordingsOn } from './wordings.ts'

/** The overview of who is signed in: their services; only who keeps tablets sees any. */
export async function overviewOf(house: House, session: Session): Promise<Overview> {
  const { db } = house
  const { organisation, demonstration, role } = session
  const wards = await wardsOf(db, organisation)
  const tablets = keeps(role) ? await tabletViews(house, organisation) : new Map<string, TabletView[]>()

  const view = async (ward: Ward, wordings: readonly string[]): Promise<WardView> => ({
    id: ward.id,
    name: ward.name,
    countedWith: countedWith(wards, ward),
    contacts: ward.contacts,
    opening: openingWith(ward.opening, wordings),
    about: ward.about,
    box: await boxView(db, organisation, ward.box),
    tablets: tablets.get(ward.id) ?? [],
    releases: await releasesOf(db, organisation, ward.box),
    held: await heldOf(db, organisation, ward.box, role),
  })

  const services: ServiceView[] = []
  for (const { id, name } of await servicesOf(db, organisation)) {
    if (!sees(session, id)) continue
    const wordings = await wordingsOn(db, { organisation, service: id })
    const views: WardView[] = []
    for (const ward of wards) if (ward.service === id) views.push(await view(ward, wordings))
    services.push({ id, name, wordings, wards: views })
  }
  const name = (await organisationOf(db, organisation))?.name ?? ''
  return { organisation: name, demonstration, role, services }
}

/** The tablets of each ward, with what their counts leave open today. */
async function tabletViews(house: House, organisation: string): Promise<Map<string, TabletView[]>> {
  const today = await todayOf(house, organisation)
  const said = await talliesOf(house.db, organisation)
  const views = new Map<string, TabletView[]>()
  for (const tablet of await tabletsOf(house.db, organisation)) {
    const { id, ward, name, heard_on, ended } = tablet
    const questions = questionsOf(tablet, said.get(id), today)
    const view = { id, name, heardOn: heard_on, ended: ended === 1, questions }
    views.set(ward, [...(views.get(ward) ?? []), view])
  }
  return views
}
