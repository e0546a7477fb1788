// What an office sees first: its services, their wards, boxes and tablets. Nothing of what is in a box.

import {
  type Overview,
  plainAbout,
  type ServiceView,
  type TabletView,
  type WardView,
} from '../protocol/office.ts'
import { openingWith } from '../protocol/wordings.ts'
import type { House } from './house.ts'
import { boxView } from './queries/boxes.ts'
import { releasesOf } from './queries/counts.ts'
import { organisationOf } from './queries/organisations.ts'
import type { Session } from './queries/sessions.ts'
import { tabletsOf } from './queries/tablets.ts'
import { countedWith, servicesOf, type Ward, wardsOf } from './queries/wards.ts'
import { wordingsOn } from './wordings.ts'

/** The overview of the organisation that is signed in. */
export async function overviewOf({ db }: House, { organisation, demonstration }: Session): Promise<Overview> {
  const wards = await wardsOf(db, organisation)
  const tablets = await tabletsOf(db, organisation)

  const view = async (ward: Ward, wordings: readonly string[]): Promise<WardView> => ({
    id: ward.id,
    name: ward.name,
    countedWith: countedWith(wards, ward),
    contacts: ward.contacts,
    opening: openingWith(ward.opening, wordings),
    about: plainAbout,
    held: [],
    box: await boxView(db, organisation, ward.box),
    tablets: tablets
      .filter(tablet => tablet.ward === ward.id)
      .map(
        ({ id, name, heard_on, ended }): TabletView => ({
          id,
          name,
          heardOn: heard_on,
          ended: ended === 1,
          questions: [],
        }),
      ),
    releases: await releasesOf(db, organisation, ward.box),
  })

  const services: ServiceView[] = []
  for (const { id, name } of await servicesOf(db, organisation)) {
    const wordings = await wordingsOn(db, { organisation, service: id })
    const views: WardView[] = []
    for (const ward of wards) if (ward.service === id) views.push(await view(ward, wordings))
    services.push({ id, name, wordings, wards: views })
  }
  return {
    organisation: (await organisationOf(db, organisation))?.name ?? '',
    demonstration,
    role: 'leader',
    services,
  }
}
