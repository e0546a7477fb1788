// Boxes that stay closed: since when, what was said of it and when, and the envelopes that have lain there for too long.

import { closed } from '../../improve/closed.ts'
import { monthsAfter } from '../../improve/days.ts'
import type { ClosedBox } from '../../protocol/heard.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Boxes, Envelopes } from '../database/schema.ts'
import { partOfBox } from './joins.ts'
import { noteOut } from './withdrawals.ts'

/** A box with the day on which its oldest envelope arrived, and the day of its last count that published anything. */
export interface Closing extends Boxes {
  days_ahead: number
  oldest: string | null
  counted: string | null
}

/** Every box as it stands, or one. An envelope whose day is spoilt is older than none. */
export const closing = (db: Database, box?: Pick<Boxes, 'organisation' | 'id'>): Promise<Closing[]> =>
  db
    .selectFrom('boxes')
    .innerJoin('organisations', 'organisations.id', 'boxes.organisation')
    .selectAll('boxes')
    .select([
      'organisations.days_ahead',
      at =>
        at
          .selectFrom('envelopes')
          .select(of => of.fn.min<string | null>('envelopes.arrived_on').as('oldest'))
          .whereRef('envelopes.organisation', '=', 'boxes.organisation')
          .whereRef('envelopes.box', '=', 'boxes.id')
          .as('oldest'),
      at =>
        at
          .selectFrom('counts')
          .select(of => of.fn.max<string | null>('counts.due').as('counted'))
          .whereRef('counts.organisation', '=', 'boxes.organisation')
          .whereRef('counts.box', '=', 'boxes.id')
          .where('counts.release', 'is not', null)
          .as('counted'),
    ])
    .$if(box !== undefined, query =>
      query.where('boxes.organisation', '=', box?.organisation ?? '').where('boxes.id', '=', box?.id ?? ''),
    )
    .orderBy('boxes.organisation')
    .orderBy('boxes.id')
    .execute()

/** Writes down since when a box has stayed closed, and what was said and done about it. */
export async function setClosing(
  db: Database,
  { organisation, id }: Pick<Boxes, 'organisation' | 'id'>,
  now: Partial<Pick<Boxes, 'closed_since' | 'told_on'>>,
): Promise<void> {
  await db
    .updateTable('boxes')
    .set(now)
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** The envelopes of a box that arrived before a day. */
export const arrivedBefore = (
  db: Database,
  { organisation, id }: Pick<Boxes, 'organisation' | 'id'>,
  day: string,
): Promise<Pick<Envelopes, 'id' | 'arrived_on' | 'slip'>[]> =>
  db
    .selectFrom('envelopes')
    .select(['id', 'arrived_on', 'slip'])
    .where('organisation', '=', organisation)
    .where('box', '=', id)
    .where('arrived_on', '<', day)
    .execute()

/** Writes down that forms of a box were erased on a day: whoever asks with one of their slips is told that it is out. */
export async function noteErased(
  db: Database,
  at: {
    readonly organisation: string
    readonly box: string
    readonly on_day: string
    readonly forms: readonly Pick<Envelopes, 'id' | 'slip'>[]
  },
): Promise<void> {
  const { organisation, box, on_day } = at
  const slips = at.forms.flatMap(({ slip }) => slip ?? [])
  await noteOut(db, { organisation, box, on_day }, slips)
  await db
    .updateTable('boxes')
    .set({ erased_on: on_day, closed_since: null, told_on: null })
    .where('organisation', '=', organisation)
    .where('id', '=', box)
    .where(row => row.or([row('erased_on', 'is', null), row('erased_on', '<', on_day)]))
    .execute()
}

/** Months for which it is said that forms were erased unread. */
const SAID = 3

/** What people on a ward are told of the boxes that it has or had part in. */
export async function closedOn(
  db: Database,
  organisation: string,
  today: string,
  ward: string,
): Promise<{ readonly closed: ClosedBox } | undefined> {
  const rows = await db
    .selectFrom('box_wards')
    .innerJoin('boxes', partOfBox)
    .select(['boxes.closed_since', 'boxes.told_on', 'boxes.erased_on'])
    .where('box_wards.organisation', '=', organisation)
    .where('box_wards.ward', '=', ward)
    .where(row => row.or([row('boxes.told_on', 'is not', null), row('boxes.erased_on', 'is not', null)]))
    .orderBy('boxes.id')
    .execute()
  return closedIn(rows, today)
}

type Said = Pick<Boxes, 'closed_since' | 'told_on' | 'erased_on'>

/** What is said of a ward's boxes together, which are given by their ids; undefined while there is nothing to say. */
export function closedIn(boxes: readonly Said[], today: string): { readonly closed: ClosedBox } | undefined {
  const closed: ClosedBox = Object.assign({}, ...boxes.map(box => saidOf(box, today)))
  return Object.keys(closed).length > 0 ? { closed } : undefined
}

/** What is said of one box today; nothing of it while there is nothing to say. */
export function saidOf({ closed_since: since, told_on: told, erased_on }: Said, today: string): ClosedBox {
  const erased = erased_on !== null && isDay(erased_on) && today < monthsAfter(erased_on, SAID)
  const is =
    since !== null && told !== null && isDay(since) && isDay(told)
      ? closed({ since, told }, today)
      : { kind: 'waiting' as const }
  return {
    ...((is.kind === 'told' || is.kind === 'to be erased') && { told: is.told }),
    ...(is.kind === 'told' && { until: is.erased }),
    ...(erased && { erased: erased_on }),
  }
}
