// What results are made from: places, how many days of each box there are, and the days and bodies of those that are read.

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

/** How many days a box has: of releases, of those that are held, and of counts that published nothing. */
export interface BoxRow {
  readonly box: string
  readonly releases: number
  readonly held: number
  /** The newest day of a release that nobody holds. */
  readonly last: string | null
  readonly none: number
}

/** What is no day is nobody's to read. */
const DAY = '____-__-__'

/** The boxes of an organisation that were due, each once: as many rows as it has boxes, however long it counts them. */
export async function countedBoxes(db: Database, organisation: string): Promise<ReadonlyMap<string, BoxRow>> {
  const rows = await db
    .selectFrom('releases')
    .select(at => [
      'box',
      at.fn.countAll<number>().as('releases'),
      at.fn.count<number>('held').as('held'),
      at.fn.max<string | null>(at.case().when('held', 'is', null).then(at.ref('due')).end()).as('last'),
      at.lit(0).$castTo<number>().as('none'),
    ])
    .where('organisation', '=', organisation)
    .where('due', 'like', DAY)
    .groupBy('box')
    .unionAll(
      db
        .selectFrom('counts')
        .select(at => [
          'box',
          at.lit(0).$castTo<number>().as('releases'),
          at.lit(0).$castTo<number>().as('held'),
          at.lit(null).$castTo<string | null>().as('last'),
          at.fn.countAll<number>().as('none'),
        ])
        .where('organisation', '=', organisation)
        .where('release', 'is', null)
        .where('due', 'like', DAY)
        .groupBy('box'),
    )
    .execute()
  const boxes = new Map<string, BoxRow>()
  for (const row of rows) {
    const before = boxes.get(row.box)
    boxes.set(row.box, before ? { ...before, none: row.none } : row)
  }
  return boxes
}

/** A day of a box: its release, which may be held, or none. */
export interface DayRow {
  readonly box: string
  readonly due: string
  readonly release: string | null
  readonly held: string | null
  /** Of a release that nobody holds, where bodies were asked for. */
  readonly body: string | null
}

/** Every day on which some boxes were due, with or without a release. */
export const daysOf = (
  db: Database,
  organisation: string,
  boxes: readonly string[],
  bodies: 'with bodies' | 'without' = 'without',
): Promise<DayRow[]> =>
  db
    .selectFrom('releases')
    .select(at => [
      'box',
      'due',
      at.ref('id').$castTo<string | null>().as('release'),
      'held',
      (bodies === 'without'
        ? at.lit(null).$castTo<string | null>()
        : at.case().when('held', 'is', null).then(at.ref('body')).end()
      ).as('body'),
    ])
    .where('organisation', '=', organisation)
    .where('box', 'in', boxes)
    .where('due', 'like', DAY)
    .unionAll(
      db
        .selectFrom('counts')
        .select(at => [
          'box',
          'due',
          'release',
          at.lit(null).$castTo<null>().as('held'),
          at.lit(null).$castTo<string | null>().as('body'),
        ])
        .where('organisation', '=', organisation)
        .where('box', 'in', boxes)
        .where('release', 'is', null)
        .where('due', 'like', DAY),
    )
    .execute()

/** The bodies of some releases, also of those that are held: followed.ts alone says which may be seen. */
export const bodiesOf = (
  db: Database,
  organisation: string,
  ids: readonly string[],
): Promise<{ readonly box: string; readonly body: string }[]> =>
  db
    .selectFrom('releases')
    .select(['box', 'body'])
    .where('organisation', '=', organisation)
    .where('id', 'in', ids)
    .execute()
