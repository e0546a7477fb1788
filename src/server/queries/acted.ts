// Where something is done: the releases of actions with the names of their wards, and the list of all actions by pages.

import { type Action, isOpen } from '../../improve/action.ts'
import type { Services } from '../../protocol/accounts.ts'
import type { Acted } from '../../protocol/actions.ts'
import { newestFirst } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { acted, entriesOf } from './actions.ts'
import { boxInService, partOfBox, releaseInBox, wardInBox } from './joins.ts'

/** A release as its actions know it; `held` while an advocate has not looked at it. */
export interface Place extends Acted {
  readonly held: boolean
}

/** Of some releases, or of a release with those of its wards before it: the newest first, one query. */
export async function placesOfActions(
  db: Database,
  organisation: string,
  of: { readonly releases: readonly string[] } | { readonly until: string },
): Promise<Place[]> {
  if ('releases' in of && of.releases.length === 0) return []
  const rows = await db
    .selectFrom('releases')
    .innerJoin('boxes', releaseInBox)
    .innerJoin('services', boxInService)
    .leftJoin('box_wards', partOfBox)
    .leftJoin('wards', wardInBox)
    .select([
      'releases.id',
      'releases.due',
      'releases.held',
      'services.name as service',
      'wards.name as ward',
    ])
    .where('releases.organisation', '=', organisation)
    .where(row =>
      'releases' in of
        ? row('releases.id', 'in', of.releases)
        : row('releases.box', 'in', boxesWith(db, organisation, of.until)),
    )
    .orderBy('wards.name')
    .execute()
  // Sorted here: asked for them in the order of their days, SQLite would look through those of all wards.
  const found = [...Map.groupBy(rows, row => row.id).values()].flatMap(([first, ...others]): Place[] => {
    if (!first) return []
    const { id, due, service, held } = first
    const wards = [first, ...others].flatMap(({ ward }) => ward ?? [])
    return [{ id, due, service, wards, held: held !== null }]
  })
  const places = found.toSorted(newestFirst)
  if ('releases' in of) return places
  const asked = places.find(({ id }) => id === of.until)
  return asked ? places.filter(({ id, due }) => id === of.until || due < asked.due) : []
}

// Of a release, every box that one of its wards ever had part in: wards that part keep what was promised to them together.
const boxesWith = (db: Database, organisation: string, release: string) =>
  db
    .selectFrom('releases as asked')
    .innerJoin('box_wards as own', join =>
      join.onRef('own.organisation', '=', 'asked.organisation').onRef('own.box', '=', 'asked.box'),
    )
    .innerJoin('box_wards as their', join =>
      join.onRef('their.organisation', '=', 'own.organisation').onRef('their.ward', '=', 'own.ward'),
    )
    .select('their.box')
    .where('asked.organisation', '=', organisation)
    .where('asked.id', '=', release)

/** Closed actions on one page of the list. */
const PAGE = 50

/**
 * What somebody sees of all actions, with their releases: everything that is open, and a page of what is done or refused,
 * by the newest release. A page after the first has nothing that is open.
 */
export async function listOf(
  db: Database,
  organisation: string,
  services: Services,
  before: string | null,
): Promise<{
  readonly places: readonly Place[]
  readonly actions: readonly Action[]
  readonly before: string | null
}> {
  const page = db.selectFrom(closed(db, organisation, services, before).as('page')).select('page.action')
  const rows = await entriesOf(db, organisation)
    .where('action', 'in', before === null ? page.unionAll(open(db, organisation)) : page)
    .$if(services !== 'all', query => query.where('release', 'in', releasesIn(db, organisation, services)))
    .execute()
  const actions = acted(rows)
  const places = await placesOfActions(db, organisation, {
    releases: [...new Set(actions.map(({ release }) => release))],
  })
  const due = new Map(places.map(place => [place.id, place.due]))
  const done = actions.filter(action => !isOpen(action))
  const key = ({ id, release }: Action) => `${due.get(release)} ${id}`
  const shown = done.toSorted((a, b) => (key(a) < key(b) ? 1 : -1)).slice(0, PAGE)
  const last = shown.at(-1)
  return {
    places,
    actions: [...actions.filter(isOpen), ...shown],
    before: last && done.length > PAGE ? key(last) : null,
  }
}

// One more than a page, so that it is known whether there is another. Releases come first, by an index of their days, and what
// is closed of them beside each: SQLite keeps to that order in a cross join, and a page is a page's work after any years.
function closed(db: Database, organisation: string, services: Services, before: string | null) {
  const [due = '', action = ''] = before?.split(' ') ?? []
  return db
    .selectFrom('releases')
    .crossJoin('action_entries')
    .select('action_entries.action')
    .where('releases.organisation', '=', organisation)
    .where('action_entries.organisation', '=', organisation)
    .whereRef('action_entries.release', '=', 'releases.id')
    .where('action_entries.type', 'in', ['finish', 'refuse'])
    .$if(services !== 'all', query =>
      query.where('releases.id', 'in', releasesIn(db, organisation, services)),
    )
    .$if(before !== null, query =>
      query
        .where('releases.due', '<=', due)
        .where(row => row.or([row('releases.due', '<', due), row('action_entries.action', '<', action)])),
    )
    .orderBy('releases.due', 'desc')
    .orderBy('action_entries.action', 'desc')
    .limit(PAGE + 1)
}

// What was proposed, and neither finished nor refused, from an index alone. Two questions, each of one place in it.
const open = (db: Database, organisation: string) =>
  (['finish', 'refuse'] as const).reduce(
    (query, type) =>
      query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('action_entries as ended')
              .select('ended.action')
              .where('ended.organisation', '=', organisation)
              .where('ended.type', '=', type)
              .whereRef('ended.release', '=', 'begun.release')
              .whereRef('ended.action', '=', 'begun.action'),
          ),
        ),
      ),
    db
      .selectFrom('action_entries as begun')
      .select('begun.action')
      .where('begun.organisation', '=', organisation)
      .where('begun.type', '=', 'propose'),
  )

const releasesIn = (db: Database, organisation: string, services: Services) =>
  db
    .selectFrom('releases')
    .innerJoin('boxes', releaseInBox)
    .select('releases.id')
    .where('releases.organisation', '=', organisation)
    .where('boxes.service', 'in', services === 'all' ? [] : services)
