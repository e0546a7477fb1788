// What this process remembers of releases: of each service what its days come to, and which releases are in it.
//
//   an organisation's boxes ──▶ as they were when it was last read? ──▶ nothing is read
//                               │ some have more days than then
//                               ▼
//                    their days are read, and the bodies of releases that are not in it yet, and no other
//
// Releases are frozen, so that nothing that is in it ever has to come out of it. A service's days take some hundred kilobytes,
// whatever number of wards and forms it has, and a release 100 bytes: its id.

import { type Followed, following, type Missed, unfollowed } from '../results/history.ts'
import type { Release } from '../results/release.ts'
import { isDay } from './clock.ts'
import type { Database } from './database/database.ts'
import { chunks } from './queries/chunks.ts'
import { type BoxRow, bodiesOf, type DayRow, daysOf } from './queries/results.ts'
import { inTurns } from './turns.ts'

/** What is remembered of an organisation. Nothing of it is changed: whoever reads more has another. */
export interface Known {
  readonly boxes: ReadonlyMap<string, KnownBox>
  readonly services: ReadonlyMap<string, Followed>
}

interface KnownBox {
  readonly counted: string
  readonly releases: ReadonlySet<string>
  readonly missed: readonly Missed[]
}

/** By organisation, the one that was asked for last at the end. */
export type Kept = Map<string, Promise<Known>>

/** Organisations that are remembered at once. */
export const MOST_KEPT = 50

/** Of which service each box is. */
export type Places = readonly { readonly box: string | null; readonly service: string }[]

const nothing: Known = { boxes: new Map(), services: new Map() }

/**
 * What an organisation's releases come to, as its boxes stand now. Read once for all who ask meanwhile. `db` must be no
 * transaction: whoever waits for what another is reading would keep the database from them.
 */
export function knownOf(
  db: Database,
  organisation: string,
  now: { readonly places: Places; readonly boxes: ReadonlyMap<string, BoxRow> },
  kept: Kept,
): Promise<Known> {
  const before = kept.get(organisation)
  const made = (before ?? Promise.resolve(nothing))
    .catch(() => nothing)
    .then(known => more(db, organisation, now, known))
  kept.delete(organisation)
  kept.set(organisation, made)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  made.catch(() => kept.get(organisation) === made && kept.delete(organisation))
  return made
}

async function more(
  db: Database,
  organisation: string,
  { places, boxes }: Parameters<typeof knownOf>[2],
  known: Known,
): Promise<Known> {
  const services = new Map(places.flatMap(({ box, service }) => (box === null ? [] : [[box, service]])))
  const stale = [...boxes.values()].filter(
    row => services.has(row.box) && known.boxes.get(row.box)?.counted !== counted(row),
  )
  if (stale.length === 0) return known
  const days = Map.groupBy(
    await daysOf(
      db,
      organisation,
      stale.map(({ box }) => box),
    ),
    ({ box }) => box,
  )
  const read = new Map(stale.map(({ box }) => [box, boxOf(days.get(box) ?? [])]))
  const before = (box: string) => known.boxes.get(box)?.releases ?? none
  // Somebody has taken out what was published: there is no way back but to begin anew.
  if ([...read].some(([box, { releases }]) => beside(before(box), releases).length > 0))
    return more(db, organisation, { places, boxes }, nothing)
  const fresh = [...read].flatMap(([box, { releases }]) => beside(releases, before(box)))
  const sums = new Map(known.services)
  for (const ids of chunks(fresh))
    for (const [service, own] of Map.groupBy(
      await bodiesOf(db, organisation, ids),
      ({ box }) => services.get(box) ?? '',
    ))
      sums.set(service, await inTurns(following(sums.get(service) ?? unfollowed, released(own))))
  return { boxes: new Map([...known.boxes, ...read]), services: sums }
}

function* released(rows: Iterable<{ readonly body: string }>): Generator<Release> {
  for (const { body } of rows) yield JSON.parse(body)
}

const none: ReadonlySet<string> = new Set()

/** Those of some that are not among others. */
const beside = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter(one => !others.has(one))

/** How a box stands. It has days in addition and none less, and what is held is let go once: it never stands so again. */
export const counted = ({ releases, held, last, none }: Omit<BoxRow, 'box'>): string =>
  [releases, held, last, none].join(' ')

/** A box as its days are, and not as they were when somebody counted them. */
function boxOf(days: readonly DayRow[]): KnownBox {
  const all = days.filter(({ release }) => release !== null)
  const seen = days.filter(isSeen)
  return {
    counted: counted({
      releases: all.length,
      held: all.length - seen.length,
      last:
        seen
          .map(({ due }) => due)
          .toSorted()
          .at(-1) ?? null,
      none: days.length - all.length,
    }),
    releases: new Set(seen.filter(({ due }) => isDay(due)).map(({ release }) => release)),
    missed: days.flatMap(missedOn),
  }
}

/** Whether everybody may see a day's release. */
export const isSeen = (row: DayRow): row is DayRow & { readonly release: string } =>
  row.release !== null && row.held === null

/** A day without a release that everybody may see. */
export function missedOn({ due, release, held }: DayRow): Missed[] {
  if (!isDay(due)) return []
  if (release === null) return [{ day: due, is: 'not enough' }]
  return held === null ? [] : [{ day: due, is: 'held' }]
}
