// Where something is done: the releases of actions with the names of their wards, and the list of all actions by pages.

import { type Action, isOpen } from '../../improve/action.ts'
import type { Services } from '../../protocol/accounts.ts'
import type { Acted } from '../../protocol/actions.ts'
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
    .orderBy('releases.due', 'desc')
    .orderBy('wards.name')
    .execute()
  const places = [...Map.groupBy(rows, row => row.id).values()].flatMap(([first, ...others]): Place[] => {
    if (!first) return []
    const { id, due, service, held } = first
    const wards = [first, ...others].flatMap(({ ward }) => ward ?? [])
    return [{ id, due, service, wards, held: held !== null }]
  })
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
  const rows = await entriesOf(db, organisation)
    .where(row =>
      row.or([
        row('action', 'in', closed(db, organisation, services, before)),
        ...(before === null
          ? [row('action', 'not in', closings(db, organisation).select('action_entries.action'))]
          : []),
      ]),
    )
    .$if(services !== 'all', query => query.where('release', 'in', releasesIn(db, organisation, services)))
    .execute()
  const actions = acted(rows)
  const places = await placesOfActions(db, organisation, {
    releases: [...new Set(actions.map(({ release }) => release))],
  })
  const due = new Map(places.map(place => [place.id, place.due]))
  const [open, done] = [actions.filter(isOpen), actions.filter(action => !isOpen(action))]
  const key = ({ id, release }: Action) => `${due.get(release)} ${id}`
  const page = done.toSorted((a, b) => (key(a) < key(b) ? 1 : -1)).slice(0, PAGE)
  const last = page.at(-1)
  return { places, actions: [...open, ...page], before: last && done.length > PAGE ? key(last) : null }
}

// One more than a page, so that it is known whether there is another.
function closed(db: Database, organisation: string, services: Services, before: string | null) {
  const [due = '', action = ''] = before?.split(' ') ?? []
  return closings(db, organisation)
    .innerJoin('releases', join =>
      join
        .onRef('releases.organisation', '=', 'action_entries.organisation')
        .onRef('releases.id', '=', 'action_entries.release'),
    )
    .select('action_entries.action')
    .$if(services !== 'all', query =>
      query.where('releases.id', 'in', releasesIn(db, organisation, services)),
    )
    .$if(before !== null, query =>
      query.where(row =>
        row.or([
          row('releases.due', '<', due),
          row.and([row('releases.due', '=', due), row('action_entries.action', '<', action)]),
        ]),
      ),
    )
    .orderBy('releases.due', 'desc')
    .orderBy('action_entries.action', 'desc')
    .limit(PAGE + 1)
}

/** The releases of an organisation that have been answered: people agreed to something, or were refused it. */
export async function answeredOf(db: Database, organisation: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('action_entries')
    .select('release')
    .distinct()
    .where('organisation', '=', organisation)
    .where('type', 'in', ['agree', 'refuse'])
    .execute()
  return new Set(rows.map(({ release }) => release))
}

const closings = (db: Database, organisation: string) =>
  db
    .selectFrom('action_entries')
    .where('action_entries.organisation', '=', organisation)
    .where('action_entries.type', 'in', ['finish', 'refuse'])

const releasesIn = (db: Database, organisation: string, services: Services) =>
  db
    .selectFrom('releases')
    .innerJoin('boxes', releaseInBox)
    .select('releases.id')
    .where('releases.organisation', '=', organisation)
    .where('boxes.service', 'in', services === 'all' ? [] : services)
