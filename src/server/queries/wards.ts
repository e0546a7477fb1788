// Services, their wards and the boxes that wards share.

import { type Contacts, contacts as shape } from '../../protocol/contacts.ts'
import { type About, aboutRequest, plainAbout } from '../../protocol/office.ts'
import { type Opening, opening as openingShape, plainOpening } from '../../protocol/tablet.ts'
import { USUAL_THRESHOLD } from '../../results/release.ts'
import { firstOfNextMonth } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Wards } from '../database/schema.ts'
import type { House } from '../house.ts'
import { newId } from '../secrets.ts'
import { fromJson, stored } from '../stored.ts'
import { lockService } from './estate.ts'
import { todayOf } from './organisations.ts'
import { boxIsOf } from './together.ts'

const nobody = { name: '', phone: '' }
const noContacts: Contacts = {
  advocate: nobody,
  safeguarding: nobody,
  complaints: nobody,
  regulator: nobody,
  emergency: nobody,
}

/** A ward of an organisation, with its contacts read and how Welcome was last set to open there. */
export interface Ward {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly box: string
  readonly contacts: Contacts
  /** What Help names there can't be read any more: nobody is named until a leader has said it anew. */
  readonly spoilt: boolean
  readonly opening: Opening
  readonly about: About
}

/** What is read of a ward. */
export const wardColumns = [
  'wards.id',
  'wards.name',
  'wards.service',
  'wards.box',
  'wards.contacts',
  'wards.opening',
  'wards.idle',
  'wards.beds',
  'wards.return_to',
] as const

/** The wards of an organisation by name. */
export async function wardsOf(db: Database, organisation: string): Promise<Ward[]> {
  const rows = await db
    .selectFrom('wards')
    .select(wardColumns)
    .where('organisation', '=', organisation)
    .orderBy('name')
    .execute()
  return rows.map(wardFrom)
}

type Row = Pick<
  Wards,
  'id' | 'name' | 'service' | 'box' | 'contacts' | 'opening' | 'idle' | 'beds' | 'return_to'
>

/** A ward as it is kept, read. */
export function wardFrom({ id, name, service, box, idle, beds, return_to, ...row }: Row): Ward {
  const contacts = stored(shape, fromJson(row.contacts), undefined)
  return {
    id,
    name,
    service,
    box,
    contacts: contacts ?? noContacts,
    spoilt: contacts === undefined,
    opening: stored(openingShape, fromJson(row.opening ?? ''), plainOpening),
    about: {
      idle: stored(aboutRequest.entries.idle, idle, plainAbout.idle),
      beds: stored(aboutRequest.entries.beds, beds, plainAbout.beds),
      returnTo: stored(aboutRequest.entries.returnTo, return_to, plainAbout.returnTo),
    },
  }
}

/** One ward of an organisation; undefined when it has no such ward. */
export const wardOf = async (db: Database, organisation: string, id: string): Promise<Ward | undefined> =>
  (await wardsOf(db, organisation)).find(ward => ward.id === id)

/** The services of an organisation by name. */
export const servicesOf = (db: Database, organisation: string) =>
  db
    .selectFrom('services')
    .select(['id', 'name', 'threshold'])
    .where('organisation', '=', organisation)
    .orderBy('name')
    .execute()

/** A new service with the usual threshold; it still wants a key. */
export async function newService(house: House, organisation: string, name: string): Promise<string> {
  const id = newId(house.random)
  await house.db
    .insertInto('services')
    .values({ organisation, id, name, threshold: USUAL_THRESHOLD })
    .execute()
  return id
}

/** Puts a service back that this database has forgotten. */
export async function serviceBack(
  db: Database,
  organisation: string,
  service: { readonly id: string; readonly name: string },
): Promise<void> {
  await db
    .insertInto('services')
    .values({ organisation, ...service, threshold: USUAL_THRESHOLD })
    .onConflict(at => at.columns(['organisation', 'id']).doNothing())
    .execute()
}

/** A new box of a service, counted first on the first of next month. Its wards are still to be said. */
export async function newBox(house: House, organisation: string, service: string): Promise<string> {
  const id = newId(house.random)
  await lockService(house.db, organisation, service)
  const today = await todayOf(house, organisation)
  const next_count = firstOfNextMonth(today)
  await house.db
    .insertInto('boxes')
    .values({ organisation, id, service, next_count, enough: 0, as_of: today })
    .execute()
  return id
}

/** A new ward of a service with a box of its own. */
export async function newWard(
  house: House,
  organisation: string,
  service: string,
  name: string,
): Promise<string> {
  const id = newId(house.random)
  const box = await newBox(house, organisation, service)
  await house.db
    .insertInto('wards')
    .values({ organisation, id, service, box, name, contacts: JSON.stringify(noContacts), opening: null })
    .execute()
  await boxIsOf(house.db, organisation, box, [id])
  return id
}

/** Gives wards a box for what is sealed by people who are told of it. */
export async function setBox(
  db: Database,
  organisation: string,
  wards: readonly string[],
  box: string,
): Promise<void> {
  if (wards.length === 0) return
  await db
    .updateTable('wards')
    .set({ box })
    .where('organisation', '=', organisation)
    .where('id', 'in', wards)
    .execute()
}

/** Sets whom a ward's Help names; false when the organisation has no such ward. */
export async function setContacts(db: Database, organisation: string, ward: string, given: Contacts) {
  const { numUpdatedRows } = await db
    .updateTable('wards')
    .set({ contacts: JSON.stringify(given) })
    .where('organisation', '=', organisation)
    .where('id', '=', ward)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Sets how Welcome opens on a ward that the organisation has. */
export async function setOpening(
  db: Database,
  organisation: string,
  ward: string,
  given: Opening,
): Promise<void> {
  await db
    .updateTable('wards')
    .set({ opening: JSON.stringify(given) })
    .where('organisation', '=', organisation)
    .where('id', '=', ward)
    .execute()
}

/** Sets what is told about a ward, all of it at once; false when the organisation has no such ward. */
export async function setAbout(
  db: Database,
  organisation: string,
  ward: string,
  { idle, beds, returnTo }: About,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('wards')
    .set({ idle, beds, return_to: returnTo })
    .where('organisation', '=', organisation)
    .where('id', '=', ward)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
