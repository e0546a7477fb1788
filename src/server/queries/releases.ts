// Releases as offices read them: listed by their boxes, one as a whole, and the letting go of one that was held.

import * as v from 'valibot'
import type { Role } from '../../protocol/accounts.ts'
import type { HeldView, ReleaseReply } from '../../protocol/office.ts'
import { type Signal, signals } from '../../results/signals.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Releases } from '../database/schema.ts'
import { fromJson, stored } from '../stored.ts'
import { wardsIn } from './boxes.ts'
import { boxInService, releaseInBox } from './joins.ts'
import { toTell } from './webhooks.ts'

/** As much of a release as is listed. */
export interface Seen {
  readonly id: string
  readonly due: string
  readonly base: number
}

/** The releases of a box that everybody may see, newest first; one whose day or base can't be read is no release to show. */
export async function releasesOf(db: Database, organisation: string, box: string): Promise<Seen[]> {
  const rows = await db
    .selectFrom('releases')
    .select(['id', 'due', 'base', 'held'])
    .where('organisation', '=', organisation)
    .where('box', '=', box)
    .orderBy('due', 'desc')
    .execute()
  return rows.filter(isSeen).map(({ id, due, base }) => ({ id, due, base }))
}

/** A release as a list has it. */
export type Listed = Pick<Releases, 'id' | 'box' | 'due' | 'base' | 'held' | 'held_on'>

/** Whether everybody may see it, and can. */
export const isSeen = ({ due, base, held }: Pick<Listed, 'due' | 'base' | 'held'>): boolean =>
  held === null && isDay(due) && base >= 0

/** A release that waits for an advocate: no figure of it, and to a leader not why. Undefined for any other. */
export function heldOf({ id, due, held, held_on }: Listed, role: Role): HeldView | undefined {
  if (held === null || !isDay(due)) return undefined
  const since = held_on !== null && isDay(held_on) ? held_on : due
  return { id, due, since, ...(role === 'advocate' && isSignal(held) && { why: held }) }
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
