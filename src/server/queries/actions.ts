// What is done about releases: entries that only grow, and the actions that they replay to.

import { type Action, type Event, type Propose, replay } from '../../improve/action.ts'
import { entries } from '../../protocol/actions.ts'
import type { Database } from '../database/database.ts'
import type { ActionEntries } from '../database/office.ts'
import { fromJson, stored } from '../stored.ts'

/**
 * Every action of an organisation, or of some of its releases, in the order in which they were proposed; one query. What
 * improve's `heard` says of a release, it says of these.
 */
export async function actionsOf(
  db: Database,
  organisation: string,
  releases?: readonly string[],
): Promise<Action[]> {
  if (releases?.length === 0) return []
  return acted(
    await entriesOf(db, organisation)
      .$if(releases !== undefined, query => query.where('release', 'in', releases ?? []))
      .execute(),
  )
}

/** One action; undefined where the organisation has none of this id, or nothing that can be read. */
export const actionOf = async (db: Database, organisation: string, id: string): Promise<Action | undefined> =>
  acted(await entriesOf(db, organisation).where('action', '=', id).execute())[0]

/** With one action, all that is done about its release; none where the organisation has no such action. */
export const actionsBeside = async (db: Database, organisation: string, id: string): Promise<Action[]> =>
  acted(
    await entriesOf(db, organisation)
      .where(
        'release',
        'in',
        db
          .selectFrom('action_entries')
          .select('release')
          .where('organisation', '=', organisation)
          .where('action', '=', id)
          // Its first entry, as every other names the same release: found by the whole of a key.
          .where('n', '=', 1),
      )
      .execute(),
  )

/** Keeps an action's next entry as its nth; false when somebody was there first. */
export async function keepEntry(
  db: Database,
  at: {
    readonly organisation: string
    readonly action: string
    readonly release: string
    readonly n: number
  },
  entry: Propose | Event,
  who: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('action_entries')
    .values({ ...at, type: entry.type, who, body: JSON.stringify(entry) })
    .onConflict(on => on.columns(['organisation', 'action', 'n']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The rows of entries, in no order: sorted by their key, a database would read every year's to find a few. */
export const entriesOf = (db: Database, organisation: string) =>
  db.selectFrom('action_entries').select(['action', 'n', 'body']).where('organisation', '=', organisation)

type Row = Pick<ActionEntries, 'action' | 'n' | 'body'>

/**
 * The actions of rows, in the order in which they were proposed. One whose entries can't be read any more is none to show;
 * what was kept stays where it is.
 */
export function acted(rows: readonly Row[]): Action[] {
  const actions = [...Map.groupBy(rows, row => row.action).values()].flatMap(own => {
    const bodies = own.toSorted((a, b) => a.n - b.n).map(({ body }) => fromJson(body))
    const read = stored(entries, bodies, undefined)
    return (read && replay(read)) ?? []
  })
  return actions.toSorted((a, b) => (begun(a) < begun(b) ? -1 : 1))
}

const begun = ({ entries: [first], id }: Action): string => `${first.on} ${id}`
