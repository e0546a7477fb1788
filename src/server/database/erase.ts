// Making sure that deleted bytes are gone from the database's own files, as far as each engine can.

import { SqliteAdapter, sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * After envelopes were deleted, or words struck out of a voice. SQLite has overwritten them already (secure_delete); its log is emptied here.
 * PostgreSQL writes what is left anew, in the order of the ids, and gives the old file back. Not within a transaction.
 */
export async function erase(db: Database): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter)
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
  else
    for (const table of ['envelopes', 'voices'])
      await sql`cluster ${sql.table(table)} using ${sql.ref(`${table}_primary`)}`.execute(db)
}
