// What a count reads and writes: envelopes taken out of a box, spent ids, the release.

import * as v from 'valibot'
import { digest as digestOf } from '../../envelope/bytes.ts'
import type { Role } from '../../protocol/accounts.ts'
import type { HeldView, ReleaseReply } from '../../protocol/office.ts'
import { type Signal, signals } from '../../results/signals.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Envelopes, Releases } from '../database/schema.ts'
import type { SpentForm } from '../ledger/entries.ts'
import { fromJson, stored } from '../stored.ts'
import { wardsIn } from './boxes.ts'
import { toTell } from './webhooks.ts'

/** A box on the day on which it was to be counted. */
export interface Due {
  readonly organisation: string
  readonly box: string
  readonly due: string
}

const CHUNK = 200

/** The first envelopes of a box that arrived until a day, or the next ones, in the order of their ids, which says nothing. */
export const envelopesIn = (
  db: Database,
  at: Due,
  until: string,
  after: string | undefined,
): Promise<Envelopes[]> =>
  db
    .selectFrom('envelopes')
    .selectAll()
    .where('organisation', '=', at.organisation)
    .where('box', '=', at.box)
    .where('arrived_on', '<=', until)
    // Not '' for the first: a spoilt row may have no id, and what is passed over would hold the count up for ever.
    .$if(after !== undefined, query => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(CHUNK)
    .execute()

/** The digests under which forms with these ids were counted before. */
export async function isSpent(db: Database, organisation: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('spent')
    .select(['id', 'digest'])
    .where('organisation', '=', organisation)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, row.digest]))
}

/** Writes down that a box's day is done, with its release or without; false when somebody has done so already. */
export async function closeDay(db: Database, at: Due, release: string | null): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('counts')
    .values({ organisation: at.organisation, box: at.box, due: at.due, release })
    .onConflict(on => on.columns(['organisation', 'box', 'due']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The release of a box's day: null when the day is done without one, undefined when it is not done. */
export const releaseOn = async (db: Database, at: Due): Promise<string | null | undefined> =>
  (
    await db
      .selectFrom('counts')
      .select('release')
      .where('organisation', '=', at.organisation)
      .where('box', '=', at.box)
      .where('due', '=', at.due)
      .executeTakeFirst()
  )?.release

/** Gives a day that was done without a release the one it had. */
export async function amendDay(db: Database, at: Due, release: string): Promise<void> {
  await db
    .updateTable('counts')
    .set({ release })
    .where('organisation', '=', at.organisation)
    .where('box', '=', at.box)
    .where('due', '=', at.due)
    .execute()
}

/**
 * Moves a box's next day on; it never goes back. What offices saw of a box was said of the day that is done, and so was what
 * its people were told of how many forms it takes.
 */
export async function moveOn(db: Database, at: Due, next: string): Promise<void> {
  await db
    .updateTable('boxes')
    .set({ next_count: next, enough: 0, threshold_until: null, moved_from: null })
    .where('organisation', '=', at.organisation)
    .where('id', '=', at.box)
    .where('next_count', '<', next)
    .execute()
}

/** A release as a count makes it: published at once, or held until an advocate has looked. */
export type NewRelease = Omit<Releases, Later> & Partial<Pick<Releases, Later>>
type Later = 'held' | 'held_on' | 'wards'

/** The columns of a release that is held from its day on, or of one that is not. */
export const heldSince = (held: Releases['held'] | undefined, due: string) =>
  held ? { held, held_on: due } : { held: null, held_on: null }

/** Keeps a release; unless it is held, whoever wants to be told of it will be, and that is kept with it. */
export async function publish(db: Database, release: NewRelease): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('releases')
    .values(release)
    .onConflict(on => on.columns(['organisation', 'id']).doNothing())
    .executeTakeFirst()
  const isOpen = numInsertedOrUpdatedRows === 1n && !release.held
  if (isOpen) await toTell(db, release.organisation, release.box, release.id)
}

/** Notes forms as counted; how many of them were not noted before. */
export async function spend(
  db: Database,
  organisation: string,
  forms: readonly SpentForm[],
): Promise<number> {
  let noted = 0n
  for (const some of chunks(forms)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('spent')
      .values(some.map(({ id, digest, slip }) => ({ organisation, id, digest, slip: slip ?? null })))
      .onConflict(on => on.columns(['organisation', 'id']).doNothing())
      .executeTakeFirst()
    noted += numInsertedOrUpdatedRows ?? 0n
  }
  return Number(noted)
}

/** Deletes envelopes by their ids; how many there were. */
export async function takeOut(db: Database, organisation: string, ids: readonly string[]): Promise<number> {
  let gone = 0n
  for (const some of chunks(ids)) {
    const { numDeletedRows } = await db
      .deleteFrom('envelopes')
      .where('organisation', '=', organisation)
      .where('id', 'in', some)
      .executeTakeFirst()
    gone += numDeletedRows
  }
  return Number(gone)
}

/** Puts an envelope that can't be counted aside under the digest of its bytes, with the reason, and takes it out of its box. */
export async function putAside(
  db: Database,
  { organisation, id, arrived_on, bytes, slip }: Envelopes,
  problem: string,
): Promise<void> {
  // The digest in its row may be what is spoilt: under another's, its bytes would be dropped as that one's duplicate.
  const digest = await digestOf(new Uint8Array(bytes), crypto.subtle)
  if ((await takeOut(db, organisation, [id])) === 0) return
  await db
    .insertInto('quarantine')
    .values({ organisation, digest, problem, tablet: null, arrived_on, bytes, slip })
    .onConflict(on => on.columns(['organisation', 'digest']).doNothing())
    .execute()
}

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
    .innerJoin('boxes', join =>
      join.onRef('boxes.organisation', '=', 'releases.organisation').onRef('boxes.id', '=', 'releases.box'),
    )
    .innerJoin('services', join =>
      join
        .onRef('services.organisation', '=', 'boxes.organisation')
        .onRef('services.id', '=', 'boxes.service'),
    )
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

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK)
}
