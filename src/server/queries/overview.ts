// What an office sees first, in three questions however large it is: services with their wordings, wards with their boxes and
// tablets, and releases. Of a ward's releases as many as a page shows, and those that wait for somebody.

import type { Database } from '../database/database.ts'
import { boxInService, partOfBox, wardInBox } from './joins.ts'
import { wardColumns } from './wards.ts'

/** The services of an organisation by name, each once for every wording that is on; an organisation without any is one row. */
export const servicesShown = (db: Database, organisation: string) =>
  db
    .selectFrom('organisations')
    .leftJoin('services', 'services.organisation', 'organisations.id')
    .leftJoin('wordings', join =>
      join
        .onRef('wordings.organisation', '=', 'services.organisation')
        .onRef('wordings.service', '=', 'services.id'),
    )
    .select([
      'organisations.name as trust',
      'organisations.days_ahead',
      'services.id',
      'services.name',
      'services.threshold',
      'wordings.wording',
      'wordings.ground',
      'wordings.reference',
      'wordings.on_day',
    ])
    .where('organisations.id', '=', organisation)
    .orderBy('services.name')
    .orderBy('wordings.wording')
    .execute()

/** A ward with a box that it has or had part in; with the one that it has now, once for each of its tablets. */
export type WardRow = Awaited<ReturnType<typeof wardsShown>>[number]

/** The wards of an organisation by name, with their boxes, and their tablets by name with what these last said. */
export const wardsShown = (db: Database, organisation: string) =>
  db
    .selectFrom('boxes')
    .innerJoin('services', boxInService)
    .innerJoin('box_wards', partOfBox)
    .innerJoin('wards', wardInBox)
    .leftJoin('tablets', join =>
      join
        .onRef('tablets.organisation', '=', 'wards.organisation')
        .onRef('tablets.ward', '=', 'wards.id')
        .onRef('wards.box', '=', 'boxes.id'),
    )
    .leftJoin('tallies', join =>
      join
        .onRef('tallies.organisation', '=', 'tablets.organisation')
        .onRef('tallies.tablet', '=', 'tablets.id'),
    )
    .select(wardColumns)
    .select([
      'boxes.id as part',
      'boxes.next_count',
      'boxes.enough',
      'boxes.as_of',
      'boxes.moved_from',
      'boxes.closed_since',
      'boxes.told_on',
      'boxes.erased_on',
      'tablets.id as tablet',
      'tablets.name as tabletName',
      'tablets.heard_on',
      'tablets.ended',
      'tablets.stored',
      'tablets.box as told',
      'tallies.sealed',
      'tallies.sent',
      'tallies.withdrawn',
      'tallies.waiting',
      'tallies.set_aside',
      'tallies.anew_on',
    ])
    .select(at => at.fn.coalesce('boxes.threshold_until', 'services.threshold').as('threshold'))
    .where('boxes.organisation', '=', organisation)
    .orderBy('wards.name')
    .orderBy('boxes.id')
    .orderBy('tablets.name')
    .execute()

/** The releases of a box that are listed, answered or not: two years of them. Results lists them all. */
const LISTED = 24

/** The newest releases of each box of an organisation, whatever is not answered yet, and whatever is held; newest first. */
export const releasesShown = (db: Database, organisation: string) =>
  db
    .selectFrom(
      db
        .selectFrom('releases')
        .select(['id', 'box', 'due', 'base', 'held', 'held_on'])
        .select(at => [
          at
            .case()
            .when(
              'id',
              'in',
              at
                .selectFrom('action_entries')
                .select('release')
                .where('organisation', '=', organisation)
                .where('type', 'in', ['agree', 'refuse']),
            )
            .then(1)
            .else(0)
            .end()
            .as('answered'),
          at.fn
            .agg<number>('row_number')
            .over(part => part.partitionBy('box').orderBy('due', 'desc'))
            .as('place'),
        ])
        .where('organisation', '=', organisation)
        .as('listed'),
    )
    .select(['id', 'box', 'due', 'base', 'held', 'held_on', 'answered'])
    .where(row => row.or([row('place', '<=', LISTED), row('answered', '=', 0), row('held', 'is not', null)]))
    .orderBy('due', 'desc')
    .execute()
