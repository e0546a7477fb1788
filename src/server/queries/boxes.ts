// Boxes: when each is due, and the little that an office may see of what lies in one.

import { MOST_LATER } from '../../protocol/estate.ts'
import type { BoxView } from '../../protocol/office.ts'
import { LEAST_THRESHOLD } from '../../results/release.ts'
import { dayOf, firstOfNextMonth, isDay, plusDays } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Boxes } from '../database/schema.ts'
import type { House } from '../house.ts'
import { boxInService, wardInBox } from './joins.ts'

/** Nights that an envelope lies in its box before a count may take it: nobody's is the one that came last. */
export const NIGHTS = 3

/** A box with its service's threshold and its organisation's reckoning of days. */
export interface Box extends Boxes {
  threshold: number
  days_ahead: number
}

/** Every box, or one organisation's. */
export const boxesOf = (db: Database, organisation?: string): Promise<Box[]> =>
  db
    .selectFrom('boxes')
    .innerJoin('organisations', 'organisations.id', 'boxes.organisation')
    .innerJoin('services', boxInService)
    .selectAll('boxes')
    .select(at => [
      at.fn.coalesce('boxes.threshold_until', 'services.threshold').as('threshold'),
      'organisations.days_ahead',
    ])
    .$if(organisation !== undefined, query => query.where('boxes.organisation', '=', organisation ?? ''))
    .orderBy('boxes.organisation')
    .orderBy('boxes.id')
    .execute()

/** Today as a box's organisation reckons. */
export const todayAt = (house: House, box: Pick<Box, 'days_ahead'>): string =>
  plusDays(dayOf(house.clock.now(), house.zone), box.days_ahead)

/** Before this program was, nothing was to be counted. */
const FIRST = '2020-01-01'

/**
 * Gives a box whose day can't be read the one that comes next. Nobody chooses it, and nothing is counted before: a day
 * of long ago would be counted for every month since.
 */
export async function mendDays(house: House): Promise<void> {
  for (const box of await boxesOf(house.db)) {
    if (isDay(box.next_count) && box.next_count >= FIRST) continue
    await house.db
      .updateTable('boxes')
      .set({ next_count: firstOfNextMonth(todayAt(house, box)) })
      .where('organisation', '=', box.organisation)
      .where('id', '=', box.id)
      .where('next_count', '=', box.next_count)
      .execute()
  }
}

/** The boxes whose day has come. */
export const dueBoxes = async (house: House): Promise<Box[]> =>
  (await boxesOf(house.db)).filter(box => box.next_count <= todayAt(house, box))

/**
 * The wards that are counted together in a box, also where they have another by now; `beds` is null where nobody has said
 * how many.
 */
export const wardsIn = (db: Database, box: Pick<Box, 'organisation' | 'id'>) =>
  db
    .selectFrom('box_wards')
    .innerJoin('wards', wardInBox)
    .select(['wards.id', 'wards.beds', 'wards.name'])
    .where('box_wards.organisation', '=', box.organisation)
    .where('box_wards.box', '=', box.id)
    .orderBy('wards.name')
    .execute()

/** The last day of arrival that a count on a due day may take. */
export const lastArrival = (due: string): string => plusDays(due, -NIGHTS)

/** How many envelopes in a box arrived on a day or before it. Never to be shown. */
export async function lying(
  db: Database,
  box: Pick<Box, 'organisation' | 'id'>,
  until: string,
  which: 'all' | 'not on paper' = 'all',
): Promise<number> {
  const { forms } = await db
    .selectFrom('envelopes')
    .select(at => at.fn.countAll<number>().as('forms'))
    .where('organisation', '=', box.organisation)
    .where('box', '=', box.id)
    .where('arrived_on', '<=', until)
    .$if(which === 'not on paper', query => query.where('paper', 'is', null))
    .executeTakeFirstOrThrow()
  return forms
}

/** Makes whoever else puts something into these boxes, or takes it out, wait until this transaction has ended. */
export async function lockBoxes(db: Database, organisation: string, ids: Iterable<string>): Promise<void> {
  // In one order for everybody: two that lock them crosswise would wait for ever.
  for (const id of [...new Set(ids)].sort())
    await db
      .updateTable('boxes')
      .set(at => ({ enough: at.ref('enough') }))
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .execute()
}

/**
 * Looks once a day whether each box holds enough for its next count; later on the same day nothing changes. What was said
 * stays said until that day: whoever has a tablet could otherwise take a form back and seal it again, and read from it
 * day by day how many others had come.
 */
export async function lookAtBoxes(house: House): Promise<void> {
  for (const box of await boxesOf(house.db)) {
    const as_of = todayAt(house, box)
    if (isDay(box.as_of) && box.as_of >= as_of) continue
    // Paper is no reason to open a box.
    const forms = await lying(house.db, box, lastArrival(box.next_count), 'not on paper')
    const enough = box.enough === 1 || forms >= Math.max(box.threshold, LEAST_THRESHOLD) ? 1 : 0
    await house.db
      .updateTable('boxes')
      .set({ enough, as_of })
      .where('organisation', '=', box.organisation)
      .where('id', '=', box.id)
      .where('as_of', '=', box.as_of)
      .execute()
  }
}

/** All that an office may see of a box. Throws when there is no such box. */
export async function boxView(db: Database, organisation: string, id: string): Promise<BoxView> {
  const box = (await boxesOf(db, organisation)).find(one => one.id === id)
  if (!box) throw new Error('a ward without a box')
  return viewOf(box, undefined)
}

type Seen = Pick<Box, 'enough' | 'as_of' | 'next_count' | 'moved_from' | 'threshold'>

/** All that an office may see of a box as it is kept; where it may be moved to is said where today is told. */
export const viewOf = (box: Seen, today: string | undefined): BoxView => ({
  standing: box.enough === 1 ? 'enough' : 'not yet enough',
  asOf: box.as_of,
  nextCount: box.next_count,
  move: today === undefined ? null : movable(box, today),
  threshold: Math.max(box.threshold, LEAST_THRESHOLD),
})

/** The first and the last day to which a box's count may be moved. */
interface Movable {
  readonly from: string
  readonly to: string
}

/**
 * When a box may be counted instead of on its next day; null when that day stands. It is moved once, to a later day alone,
 * and not from three nights before: what it would count is settled by then, and whoever moved it would choose.
 */
export function movable(
  { next_count: day, moved_from }: Pick<Boxes, 'next_count' | 'moved_from'>,
  today: string,
): Movable | null {
  if (moved_from !== null || !isDay(day) || today >= lastArrival(day)) return null
  return { from: plusDays(day, 1), to: plusDays(day, MOST_LATER) }
}

/** Moves a box's next count to a day that it may be moved to; false when it has been counted or moved meanwhile. */
export async function moveCount(
  db: Database,
  organisation: string,
  { id, next_count }: Pick<Boxes, 'id' | 'next_count'>,
  day: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('boxes')
    .set({ next_count: day, moved_from: next_count })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('next_count', '=', next_count)
    .where('moved_from', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
