// The results of a ward, a service or an organisation: its releases told together. Nothing here adds anything up.
//
// A release is frozen, so what was once made of some releases is good for as long as there are these and no others.

import type { ListedService, ListedWard, ResultsOf, ResultsReply } from '../protocol/results.ts'
import { type History, type Missed, tellingHistories } from '../results/history.ts'
import type { Release } from '../results/release.ts'
import type { Steps } from '../results/steps.ts'
import { isDay } from './clock.ts'
import type { Database } from './database/database.ts'
import type { House } from './house.ts'
import { organisationsOf } from './queries/organisations.ts'
import type { Reader } from './queries/published.ts'
import { bodiesOf, type DayRow, daysOf, type PlaceRow, placesOf } from './queries/results.ts'
import { hashOf } from './secrets.ts'
import { sees } from './session.ts'
import { inTurns } from './turns.ts'

/** What was made before, or is being made, by what it was made from. */
type Kept = NonNullable<House['histories']>

/** As many as a trust has wards and services, and then some. */
const MOST_KEPT = 300

/** What is asked for: the organisation has no id of its own here. */
export interface Scope {
  readonly of: ResultsOf
  readonly id?: string
}

/**
 * The results of a place, of as much as somebody sees of it; undefined where there is none that they see. `db` must be no
 * transaction: whoever waits for what another is making would keep the database from them.
 */
export async function resultsOf(
  db: Database,
  session: Reader,
  { of, id }: Scope,
  kept: Kept,
): Promise<ResultsReply | undefined> {
  const { organisation } = session
  const places = (await placesOf(db, organisation)).filter(({ service }) => sees(session, service))
  const within = places.filter(
    row => of === 'organisation' || (of === 'service' ? row.service : row.ward) === id,
  )
  const [first] = within
  if (of !== 'organisation' && first === undefined) return undefined
  const boxes = new Set(within.flatMap(({ box }) => box ?? []))
  const days = (await daysOf(db, organisation)).filter(({ due }) => isDay(due))
  const own = days.filter(({ box }) => boxes.has(box))
  const found = await madeOf(db, organisation, own, kept)
  const seen = own.filter(isSeen)
  return {
    of,
    name: (of === 'ward' ? first?.name : of === 'service' ? first?.named : undefined) ?? '',
    services: listed(places, days),
    together: of === 'ward' ? others(places, new Set(seen.map(({ box }) => box)), id) : [],
    releases: of === 'ward' ? seen.map(({ release, due }) => ({ id: release, day: due })) : [],
    histories: found,
  }
}

const isSeen = (row: DayRow): row is DayRow & { release: string } => row.release !== null && row.held === null

/** Makes the results of each whole organisation where something is new, so that nobody has to wait for the largest of them. */
export async function makeBeforehand({ db, histories }: House): Promise<void> {
  if (!histories) return
  for (const { id: organisation } of await organisationsOf(db))
    await resultsOf(db, { organisation, services: 'all' }, { of: 'organisation' }, histories)
}

/** The histories of these days, made anew only where something is new, and once for all who ask. */
function madeOf(
  db: Database,
  organisation: string,
  days: readonly DayRow[],
  kept: Kept,
): Promise<readonly History[]> {
  const ids = days.map(({ box, due, release, held }) => [box, due, release, held].join(' ')).toSorted()
  const name = hashOf([organisation, ...ids].join('\n'))
  const made = kept.get(name) ?? make(db, organisation, days)
  // What is asked for again is put last, so that the first is what nobody asked for the longest.
  kept.delete(name)
  kept.set(name, made)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  made.catch(() => kept.delete(name))
  return made
}

async function make(
  db: Database,
  organisation: string,
  days: readonly DayRow[],
): Promise<readonly History[]> {
  const seen = new Set(days.filter(isSeen).map(({ release }) => release))
  if (seen.size === 0) return []
  const bodies = await bodiesOf(db, organisation, [...new Set(days.map(({ box }) => box))])
  const own = bodies.filter(({ id }) => seen.has(id))
  return inTurns(telling(own, days.flatMap(missed)))
}

/** Bodies read from one step to the next. */
const STEP = 20

function* telling(
  bodies: readonly { readonly body: string }[],
  missed: readonly Missed[],
): Steps<readonly History[]> {
  const releases: Release[] = []
  for (const { body } of bodies) {
    if (releases.push(JSON.parse(body)) % STEP === 0) yield
  }
  return yield* tellingHistories(releases, missed)
}

const missed = ({ due, release, held }: DayRow): Missed[] => {
  if (release === null) return [{ day: due, is: 'not enough' }]
  return held === null ? [] : [{ day: due, is: 'held' }]
}

/** Every service with its wards, each with how many releases everybody may see of it. */
function listed(places: readonly PlaceRow[], days: readonly DayRow[]): ListedService[] {
  const byBox = Map.groupBy(days.filter(isSeen), ({ box }) => box)
  return grouped(places, ({ service }) => service).map(rows => ({
    id: rows[0].service,
    name: rows[0].named,
    wards: grouped(
      rows.filter(({ ward }) => ward !== null),
      ({ ward }) => ward,
    ).map(own => wardOf(own, byBox)),
  }))
}

function wardOf(
  rows: readonly [PlaceRow, ...PlaceRow[]],
  byBox: ReadonlyMap<string, readonly DayRow[]>,
): ListedWard {
  const days = rows.flatMap(({ box }) => byBox.get(box ?? '') ?? []).map(({ due }) => due)
  const [{ ward, name }] = rows
  return { id: ward ?? '', name: name ?? '', releases: days.length, last: days.toSorted().at(-1) ?? null }
}

function others(places: readonly PlaceRow[], boxes: ReadonlySet<string>, ward: string | undefined): string[] {
  const names = places.filter(row => boxes.has(row.box ?? '') && row.ward !== ward).map(({ name }) => name)
  return [...new Set(names)].filter(name => name !== null).toSorted()
}

/** Rows together that are of the same, in the order in which they came. */
function grouped<Row>(rows: readonly Row[], of: (row: Row) => unknown): (readonly [Row, ...Row[]])[] {
  const groups = Map.groupBy(rows, of)
  return [...groups.values()].flatMap(([one, ...more]) =>
    one === undefined ? [] : [[one, ...more] as const],
  )
}
