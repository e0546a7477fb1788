// Releases as offices read them: listed by their boxes, one as a whole, and the letting go of one that was held.

import * as v from 'valibot'
import type { Role } from '../../protocol/accounts.ts'
import type { HeldView, ReleaseReply } from '../../protocol/office.ts'
import { type Signal, signals } from '../../results/signals.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { fromJson, stored } from '../stored.ts'
import { wardsIn } from './boxes.ts'
import { boxInService, releaseInBox } from './joins.ts'
import { toTell } from './webhooks.ts'

/** The releases of a box that everybody may see, newest first; one whose day or base can't be read is no release to show. */
export const releasesOf = async (db: Database, organisation: string, box: string): Promise<Seen[]> =>
  (await releasesByBox(db, organisation, box)).get(box) ?? []

/** As much of a release as is listed. */
export interface Seen {
  readonly id: string
  readonly due: string
  readonly base: number
}

/** The releases that everybody may see by their boxes, newest first: of one box, or of all that an organisation has. */
export async function releasesByBox(
  db: Database,
  organisation: string,
  box?: string,
): Promise<Map<string, Seen[]>> {
  const rows = await db
    .selectFrom('releases')
    .select(['id', 'box', 'due', 'base'])
    .where('organisation', '=', organisation)
    .$if(box !== undefined, query => query.where('box', '=', box ?? ''))
    .where('held', 'is', null)
    .orderBy('due', 'desc')
    .execute()
  const seen = rows.filter(({ due, base }) => isDay(due) && base >= 0)
  return byBox(seen, ({ id, due, base }) => ({ id, due, base }))
}

/**
 * The releases of an organisation that wait for an advocate, by their boxes, newest first: no figure of them, and to a
 * leader not why.
 */
export async function heldByBox(
  db: Database,
  organisation: string,
  role: Role,
): Promise<Map<string, HeldView[]>> {
  const rows = await db
    .selectFrom('releases')
    .select(['id', 'box', 'due', 'held', 'held_on'])
    .where('organisation', '=', organisation)
    .where('held', 'is not', null)
    .orderBy('due', 'desc')
    .execute()
  const held = rows.filter(({ due }) => isDay(due))
  return byBox(held, ({ id, due, held, held_on }) => {
    const since = held_on !== null && isDay(held_on) ? held_on : due
    return { id, due, since, ...(role === 'advocate' && isSignal(held) && { why: held }) }
  })
}

/** Rows by their boxes, in their order. */
function byBox<Row extends { readonly box: string }, Shown>(
  rows: readonly Row[],
  shown: (row: Row) => Shown,
): Map<string, Shown[]> {
  const boxes = Map.groupBy(rows, ({ box }) => box)
  return new Map([...boxes].map(([box, own]) => [box, own.map(shown)]))
}

// What somebody's hand has written there holds a release as well, for a sign that nobody knows.
const isSignal = (held: string | null): held is Signal => signals.some(one => one === held)

/** Lets a release go that was held, and keeps who is to be told; false when there is none of that id, or it is not held. */
export async function letGo(db: Database, organisation: string, id: string): Promise<boolean> {
  const row = await db
    .updateTable('releases')
    .set({ held: null })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('held', 'is not', null)
    .returning('box')
    .executeTakeFirst()
  if (row) await toTell(db, organisation, row.box, id)
  return row !== undefined
}

/** What is listed of several boxes as one list, newest first. */
export const ofBoxes = <Row extends { readonly due: string }>(
  found: ReadonlyMap<string, readonly Row[]>,
  boxes: readonly string[],
): Row[] =>
  boxes.flatMap(box => found.get(box) ?? []).toSorted((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : 0))

/** A release of an organisation with the names of what it is about; undefined when there is none. */
export async function releaseOf(
  db: Database,
  organisation: string,
  id: string,
): Promise<ReleaseReply | undefined> {
  const row = await db
    .selectFrom('releases')
    .innerJoin('organisations', 'organisations.id', 'releases.organisation')
    .innerJoin('boxes', releaseInBox)
    .innerJoin('services', boxInService)
    .select([
      'releases.body',
      'releases.box',
      'releases.due',
      'releases.held',
      'releases.held_on',
      'releases.wards',
      'organisations.name',
      'organisations.demonstration',
      'services.name as service',
    ])
    .where('releases.organisation', '=', organisation)
    .where('releases.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const wards =
    namesIn(row.wards) ?? (await wardsIn(db, { organisation, id: row.box })).map(({ name }) => name)
  return {
    organisation: row.name,
    demonstration: row.demonstration === 1,
    service: row.service,
    wards,
    ...(row.held === null ? {} : { held: { since: row.held_on ?? row.due, why: row.held } }),
    release: JSON.parse(row.body),
  }
}

/** The names that a release keeps of its wards; undefined in a row of old, whose wards go by the names that they have now. */
export const namesIn = (kept: string | null): readonly string[] | undefined =>
  stored(names, fromJson(kept ?? ''), undefined)

const names = v.array(v.string())
