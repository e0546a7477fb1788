// What results are made from: places, days on which something was due, and frozen releases. Three questions, however many wards.

import type { NotNull } from 'kysely'
import type { Database } from '../database/database.ts'
import { estateIn } from './joins.ts'

/** A box of a service with one of its wards; services without a box and boxes without a ward have a row of their own. */
export interface PlaceRow {
  readonly service: string
  readonly named: string
  readonly box: string | null
  readonly ward: string | null
  readonly name: string | null
}

/** The services of an organisation with their boxes and the wards that each is of, by their names. */
export const placesOf = (db: Database, organisation: string): Promise<PlaceRow[]> =>
  estateIn(db, organisation)
    .select([
      'services.id as service',
      'services.name as named',
      'boxes.id as box',
      'wards.id as ward',
      'wards.name as name',
    ])
    .where('services.id', 'is not', null)
    .$narrowType<{ service: NotNull; named: NotNull }>()
    .execute()

/** A day of a box: its release, which may be held, or none. */
export interface DayRow {
  readonly box: string
  readonly due: string
  readonly release: string | null
  readonly held: string | null
}

/** Every day on which a box of an organisation was due, with or without a release. */
export const daysOf = (db: Database, organisation: string): Promise<DayRow[]> =>
  db
    .selectFrom('releases')
    .select(at => ['box', 'due', at.ref('id').$castTo<string | null>().as('release'), 'held'])
    .where('organisation', '=', organisation)
    .unionAll(
      db
        .selectFrom('counts')
        .select(at => ['box', 'due', 'release', at.lit(null).$castTo<null>().as('held')])
        .where('organisation', '=', organisation)
        .where('release', 'is', null),
    )
    .execute()

/** The bodies of the releases of some boxes, also of those that are held: results.ts alone says which may be seen. */
export const bodiesOf = (
  db: Database,
  organisation: string,
  boxes: readonly string[],
): Promise<{ readonly id: string; readonly body: string }[]> =>
  db
    .selectFrom('releases')
    .select(['id', 'body'])
    .where('organisation', '=', organisation)
    .where('box', 'in', boxes)
    .execute()
