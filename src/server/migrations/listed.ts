// What lists of releases and of actions are read from: their keys alone, and never the bodies that lie beside them.

import type { Kysely } from 'kysely'

/** Adds three indexes. Whoever runs an older version meanwhile asks as before. */
export async function listed(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, on: string, columns: string[]) =>
    db.schema.createIndex(name).on(on).columns(columns).execute()
  await index('releases_listed', 'releases', ['organisation', 'box', 'due', 'held', 'held_on', 'base', 'id'])
  await index('releases_by_due', 'releases', ['organisation', 'due', 'id'])
  await index('action_entries_listed', 'action_entries', ['organisation', 'type', 'release', 'action'])
}
