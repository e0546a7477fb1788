// Making sure that deleted bytes are gone from the database's own files, as far as each engine can.

import { SqliteAdapter, sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * After envelopes were deleted. SQLite has overwritten them already (secure_delete); its log is emptied here.
 * PostgreSQL writes what is left anew, in the order of the ids, and gives the old file back. Not within a transaction.
 */
export async function erase(db: Database): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (isSqlite
    ? sql`pragma wal_checkpoint(truncate)`
    : sql`cluster envelopes using envelopes_primary`
  ).execute(db)
}
