// Whose a ward, a tablet or a release is: the service that it belongs to, in one organisation.

import type { Database } from '../database/database.ts'
import type { Scope } from '../permissions.ts'
import { releaseInBox } from './joins.ts'

/** The service of something that an organisation has; undefined where it has no such thing. */
export async function serviceOf(
  db: Database,
  organisation: string,
  scope: Scope,
  id: string,
): Promise<string | undefined> {
  const row = await found[scope](db, organisation, id)
  return row?.service
}

type Find = (db: Database, organisation: string, id: string) => Promise<{ service: string } | undefined>

const found: Readonly<Record<Scope, Find>> = {
  service: (db, organisation, id) =>
    db
      .selectFrom('services')
      .select('id as service')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .executeTakeFirst(),
  ward: (db, organisation, id) =>
    db
      .selectFrom('wards')
      .select('service')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .executeTakeFirst(),
  tablet: (db, organisation, id) =>
    db
      .selectFrom('tablets')
      .innerJoin('wards', join =>
        join.onRef('wards.organisation', '=', 'tablets.organisation').onRef('wards.id', '=', 'tablets.ward'),
      )
      .select('wards.service')
      .where('tablets.organisation', '=', organisation)
      .where('tablets.id', '=', id)
      .executeTakeFirst(),
  release: (db, organisation, id) =>
    db
      .selectFrom('releases')
      .innerJoin('boxes', releaseInBox)
      .select('boxes.service')
      .where('releases.organisation', '=', organisation)
      .where('releases.id', '=', id)
      .executeTakeFirst(),
  checker: (db, organisation, id) =>
    db
      .selectFrom('checkers')
      .select('service')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .executeTakeFirst(),
  action: (db, organisation, id) =>
    db
      .selectFrom('action_entries')
      .innerJoin('releases', join =>
        join
          .onRef('releases.organisation', '=', 'action_entries.organisation')
          .onRef('releases.id', '=', 'action_entries.release'),
      )
      .innerJoin('boxes', releaseInBox)
      .select('boxes.service')
      .where('action_entries.organisation', '=', organisation)
      .where('action_entries.action', '=', id)
      .where('action_entries.n', '=', 1)
      .executeTakeFirst(),
}
