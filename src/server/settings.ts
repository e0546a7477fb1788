// What a tablet is told of its ward.

import { NEWEST } from '../envelope/header.ts'
import type { Settings } from '../protocol/tablet.ts'
import { openingWith } from '../protocol/wordings.ts'
import { heardOf } from './heard.ts'
import type { House } from './house.ts'
import { boxView } from './queries/boxes.ts'
import { closedOn } from './queries/closing.ts'
import { currentKey } from './queries/keys.ts'
import { organisationOf, todayOf } from './queries/organisations.ts'
import type { EnrolledTablet } from './queries/tablets.ts'
import { countedIn, togetherIn } from './queries/together.ts'
import { servicesOf, wardsOf } from './queries/wards.ts'
import { refuse } from './refusal.ts'
import { wordingsOn } from './wordings.ts'

/** The settings of a tablet's ward as they are now, with the box that the tablet is told of. Refuses with 401.1 when the ward is gone. */
export async function settingsFor(
  house: House,
  { organisation, ward: id, box }: EnrolledTablet,
): Promise<Settings> {
  const { db } = house
  const owner = await organisationOf(db, organisation)
  const wards = await wardsOf(db, organisation)
  const ward = wards.find(one => one.id === id)
  if (!owner || !ward) throw refuse('401.1')
  // The tablet goes on with the contacts that it has: Help without any would be worse than a server that rests.
  if (ward.spoilt) throw refuse('503.1', "the ward's contacts can not be read: a leader must set them again")
  const service = (await servicesOf(db, organisation)).find(one => one.id === ward.service)
  const { nextCount, threshold } = await boxView(db, organisation, box)
  const wordings = await wordingsOn(db, { organisation, service: ward.service })
  const together = await togetherIn(db, organisation)
  const others = (of: string) => countedIn(together, wards, of, id)
  const closed = await closedOn(db, organisation, await todayOf(house, organisation), id)
  return {
    demonstration: owner.demonstration === 1,
    organisation: owner.name,
    service: service?.name ?? '',
    ward: { id, name: ward.name, countedWith: others(box) },
    key: await currentKey(db, organisation, ward.service),
    contacts: ward.contacts,
    nextCount,
    threshold,
    ...(await heardOf(db, { organisation, ward: id }, others)),
    ...closed,
    wordings,
    opening: openingWith(ward.opening, wordings),
    idle: ward.about.idle,
    envelopes: NEWEST,
  }
}
