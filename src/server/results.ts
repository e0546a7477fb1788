// The results of a ward, a service or an organisation: its releases told together. Nothing here adds anything up.
//
// A ward's are made of its bodies, those of many wards of what this process remembers of their releases; each of them once, until
// one of its boxes has another day.

import type { ListedService, ListedWard, ResultsOf, ResultsReply } from '../protocol/results.ts'
import { following, historiesOf, together, unfollowed } from '../results/history.ts'
import type { Release } from '../results/release.ts'
import { isDay } from './clock.ts'
import type { Database } from './database/database.ts'
import { counted, isSeen, knownOf, MOST_KEPT, missedOn } from './followed.ts'
import type { House } from './house.ts'
import { organisationsOf } from './queries/organisations.ts'
import type { Reader } from './queries/published.ts'
import { type BoxRow, countedBoxes, daysOf, type PlaceRow, placesOf } from './queries/results.ts'
import { type Remembered, textOf } from './remembered.ts'
import { sees } from './session.ts'
import { inTurns } from './turns.ts'

/** What is asked for: the organisation has no id of its own here. */
export interface Scope {
  readonly of: ResultsOf
  readonly id?: string
}

/** The part of a reply that is made of frozen releases alone. */
type Frozen = Pick<ResultsReply, 'releases' | 'histories'>

/**
 * The results of a place, of as much as somebody sees of it, as the JSON of a reply; undefined where there is none that they
 * see. `db` must be no transaction.
 */
export async function resultsOf(
  db: Database,
  session: Reader,
  { of, id }: Scope,
  remembered: Remembered,
): Promise<string | undefined> {
  const { organisation } = session
  const everywhere = await placesOf(db, organisation)
  const places = everywhere.filter(({ service }) => sees(session, service))
  const within = places.filter(
    row => of === 'organisation' || (of === 'service' ? row.service : row.ward) === id,
  )
  const [first] = within
  if (of !== 'organisation' && first === undefined) return undefined
  const boxes = await countedBoxes(db, organisation)
  const own = [...new Set(within.flatMap(({ box }) => boxes.get(box ?? '') ?? []))]
  const services = [...new Set(within.map(({ service }) => service))]
  const frozen = async (): Promise<Frozen> => {
    if (of === 'ward') return ofWard(db, organisation, own)
    const known = await knownOf(db, organisation, { places: everywhere, boxes }, remembered.followed)
    const followed = services.map(service => known.services.get(service) ?? unfollowed)
    const missed = own.flatMap(({ box }) => known.boxes.get(box)?.missed ?? [])
    return { releases: [], histories: historiesOf(together(followed), missed) }
  }
  const about = [organisation, of, ...(of === 'ward' ? [id] : services)].join()
  const made = own.map(row => `${row.box} ${counted(row)}`).join()
  const text = await textOf(remembered, about, made, async () => JSON.stringify(await frozen()))
  const around: Omit<ResultsReply, keyof Frozen> = {
    of,
    services: listed(places, boxes),
    name: { organisation: '', service: first?.named, ward: first?.name }[of] ?? '',
    together: of === 'ward' ? others(places, own, id) : [],
  }
  return `${JSON.stringify(around).slice(0, -1)},${text.slice(1)}`
}

async function ofWard(db: Database, organisation: string, own: readonly BoxRow[]): Promise<Frozen> {
  const boxes = own.map(({ box }) => box)
  const days = boxes.length === 0 ? [] : await daysOf(db, organisation, boxes, 'with bodies')
  const seen = days.filter(isSeen).filter(({ due }) => isDay(due))
  return {
    releases: seen.map(({ release, due }) => ({ id: release, day: due })),
    histories: historiesOf(await inTurns(following(unfollowed, bodies(seen))), days.flatMap(missedOn)),
  }
}

function* bodies(rows: readonly { readonly body: string | null }[]): Generator<Release> {
  for (const { body } of rows) yield JSON.parse(body ?? '')
}

/** Reads what is new of each whole organisation, so that nobody has to wait for the largest of them. */
export async function makeBeforehand({ db, remembered }: House): Promise<void> {
  if (!remembered) return
  for (const { id: organisation } of (await organisationsOf(db)).slice(0, MOST_KEPT))
    await resultsOf(db, { organisation, services: 'all' }, { of: 'organisation' }, remembered)
}

/** Every service with its wards, each with how many releases everybody may see of it. */
function listed(places: readonly PlaceRow[], byBox: ReadonlyMap<string, BoxRow>): ListedService[] {
  return grouped(places, ({ service }) => service).map(rows => ({
    id: rows[0].service,
    name: rows[0].named,
    wards: grouped(
      rows.filter(({ ward }) => ward !== null),
      ({ ward }) => ward,
    ).map(own => wardOf(own, byBox)),
  }))
}

function wardOf(rows: readonly [PlaceRow, ...PlaceRow[]], byBox: ReadonlyMap<string, BoxRow>): ListedWard {
  const boxes = rows.flatMap(({ box }) => byBox.get(box ?? '') ?? [])
  const [{ ward, name }] = rows
  const releases = boxes.reduce((sum, one) => sum + one.releases - one.held, 0)
  const last =
    boxes
      .flatMap(one => one.last ?? [])
      .toSorted()
      .at(-1) ?? null
  return { id: ward ?? '', name: name ?? '', releases, last }
}

/** With whom a ward has releases that everybody may see. */
function others(places: readonly PlaceRow[], own: readonly BoxRow[], ward: string | undefined): string[] {
  const boxes = new Set(own.filter(({ releases, held }) => releases > held).map(({ box }) => box))
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
