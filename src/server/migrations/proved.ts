// When somebody last proved that it is them who sits there. Null in old rows, and where the organisation's own sign-in said it.

import { type Kysely, sql } from 'kysely'
import type { Engine } from '../database/engine.ts'

/** Adds to `visits`, a table of better-auth's, a column of ours. */
export async function proved(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema.alterTable('visits').addColumn('provedAt', sql.raw(engine.instant)).execute()
}
