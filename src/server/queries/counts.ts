// What a count reads and writes: envelopes taken out of a box, spent ids, the release.

import { digest as digestOf } from '../../envelope/bytes.ts'
import type { Database } from '../database/database.ts'
import type { Envelopes, Releases } from '../database/schema.ts'
import type { SpentForm } from '../ledger/entries.ts'
import { inChunks } from './chunks.ts'
import { toTell } from './webhooks.ts'

/** A box on the day on which it was to be counted. */
export interface Due {
  readonly organisation: string
  readonly box: string
  readonly due: string
}

/**
 * The ids of the envelopes of a box that arrived until a day, in their own order, which says nothing. From the index alone: a
 * box is a small part of what lies there, and to walk along all ids in search of it would read every other box's bytes.
 */
export async function idsIn(
  db: Database,
  at: Pick<Due, 'organisation' | 'box'>,
  until: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('envelopes')
    .select('id')
    .where('organisation', '=', at.organisation)
    .where('box', '=', at.box)
    .where('arrived_on', '<=', until)
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** Those of some envelopes that still lie there, in the order of their ids. */
export const envelopesOf = (
  db: Database,
  organisation: string,
  ids: readonly string[],
): Promise<Envelopes[]> =>
  db
    .selectFrom('envelopes')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', 'in', ids)
    .orderBy('id')
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
type NewRelease = Omit<Releases, Later> & Partial<Pick<Releases, Later>>
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
  await inChunks(forms, async some => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('spent')
      .values(some.map(({ id, digest, slip }) => ({ organisation, id, digest, slip: slip ?? null })))
      .onConflict(on => on.columns(['organisation', 'id']).doNothing())
      .executeTakeFirst()
    noted += numInsertedOrUpdatedRows ?? 0n
  })
  return Number(noted)
}

/** Deletes envelopes by their ids; how many there were. */
export async function takeOut(db: Database, organisation: string, ids: readonly string[]): Promise<number> {
  let gone = 0n
  await inChunks(ids, async some => {
    const { numDeletedRows } = await db
      .deleteFrom('envelopes')
      .where('organisation', '=', organisation)
      .where('id', 'in', some)
      .executeTakeFirst()
    gone += numDeletedRows
  })
  return Number(gone)
}

/** Puts an envelope that can't be counted aside under the digest of its bytes, with the reason, and takes it out of its box. */
export async function putAside(
  db: Database,
  organisation: string,
  id: string,
  problem: string,
): Promise<void> {
  const lying = await db
    .selectFrom('envelopes')
    .select(['arrived_on', 'bytes', 'slip'])
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (lying === undefined || (await takeOut(db, organisation, [id])) === 0) return
  // The digest in its row may be what is spoilt: under another's, its bytes would be dropped as that one's duplicate.
  const digest = await digestOf(new Uint8Array(lying.bytes), crypto.subtle)
  await db
    .insertInto('quarantine')
    .values({ organisation, digest, problem, tablet: null, ...lying })
    .onConflict(on => on.columns(['organisation', 'digest']).doNothing())
    .execute()
}
