// Organisations, and which day it is for one: a demonstration may be ahead of the clock.

import { dayOf, plusDays } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Organisations } from '../database/schema.ts'
import type { House } from '../house.ts'

/** The organisation of an id; undefined when there is none. */
export const organisationOf = (db: Database, id: string): Promise<Organisations | undefined> =>
  db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst()

/** The organisation that this server was made for; undefined in an empty database. */
export const firstOrganisation = (db: Database): Promise<Organisations | undefined> =>
  db.selectFrom('organisations').selectAll().orderBy('id').limit(1).executeTakeFirst()

/** Every organisation of this server. */
export const organisationsOf = (db: Database): Promise<Organisations[]> =>
  db.selectFrom('organisations').selectAll().orderBy('id').execute()

/** A new organisation that is no demonstration. */
export async function createOrganisation(db: Database, id: string, name: string): Promise<void> {
  await db.insertInto('organisations').values({ id, name, demonstration: 0, days_ahead: 0 }).execute()
}

/** Today (2026-03-01) in an organisation's own reckoning: the clock's day, and in a demonstration its days ahead. */
export async function todayOf(house: House, organisation: string): Promise<string> {
  const ahead = (await organisationOf(house.db, organisation))?.days_ahead ?? 0
  return plusDays(dayOf(house.clock.now(), house.zone), ahead)
}
