// Envelopes on their way into a box, unopened; and what could not be accepted, with its reason.

import type { ProblemNumber } from '../../protocol/problems.ts'
import type { Flag } from '../database/columns.ts'
import type { Database } from '../database/database.ts'

/** An envelope whose header has been read. */
export interface Arrival {
  readonly id: string
  readonly key: string
  readonly digest: string
  readonly bytes: Uint8Array
  /** As it lies here (server/slip.ts). */
  readonly slip: string | null
  readonly paper: Flag | null
}

/** An envelope with the box that it belongs into. */
export interface Placed extends Arrival {
  readonly box: string
}

/** What was refused, and why. */
export interface Refused extends Pick<Arrival, 'digest' | 'bytes' | 'slip'> {
  readonly problem: ProblemNumber
}

/** Where envelopes arrive, and on which day there. */
export interface Arriving {
  readonly organisation: string
  readonly arrived_on: string
}

/** Puts envelopes of different ids into their boxes; the ids of those that were not there yet. */
export async function putIn(
  db: Database,
  { organisation, arrived_on }: Arriving,
  arrivals: readonly Placed[],
): Promise<Set<string>> {
  if (arrivals.length === 0) return new Set()
  // In the order of their ids, in which they lie: the database then goes from page to page once.
  const sorted = arrivals.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const rows = await db
    .insertInto('envelopes')
    .values(sorted.map(arrival => ({ ...arrival, organisation, arrived_on })))
    .onConflict(at => at.columns(['organisation', 'id']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(row => row.id))
}

/** The digests under which these ids lie in a box, by id. */
export async function digestsOf(
  db: Database,
  organisation: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('envelopes')
    .select(['id', 'digest'])
    .where('organisation', '=', organisation)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, row.digest]))
}

/** Keeps what was refused, once for its digest. */
export async function quarantine(
  db: Database,
  { organisation, arrived_on, tablet }: Arriving & { readonly tablet: string | null },
  refused: readonly Refused[],
): Promise<void> {
  if (refused.length === 0) return
  await db
    .insertInto('quarantine')
    .values(refused.map(one => ({ ...one, organisation, tablet, arrived_on })))
    .onConflict(at => at.columns(['organisation', 'digest']).doNothing())
    .execute()
}
