// Making sure that deleted bytes are gone from the database's own files, as far as each engine can.

import { SqliteAdapter, sql } from 'kysely'
import type { Database } from './database.ts'
import { SQLITE_PATIENCE } from './engine.ts'

/** Milliseconds for which whoever sends may be kept waiting behind a table that is to be written anew and can't be yet. */
const PATIENCE = 2000

/** Where something is deleted that nobody may find: sealed forms, those that were refused, and words that were struck out. */
const TABLES = ['envelopes', 'quarantine', 'voices']

/**
 * After envelopes were deleted, or words struck out of a voice. SQLite has overwritten them already (secure_delete); its log is emptied here.
 * PostgreSQL writes what is left anew, in the order of the ids, and gives the old file back. Not within a transaction.
 * False where somebody was at them for so long that it is to be tried again later.
 */
export const erase = (db: Database): Promise<boolean> =>
  db.getExecutor().adapter instanceof SqliteAdapter ? emptyLog(db) : writeAnew(db)

// While SQLite waits, nobody is answered at all.
const emptyLog = (db: Database): Promise<boolean> =>
  db.connection().execute(async one => {
    await sql`pragma busy_timeout = ${sql.lit(PATIENCE)}`.execute(one)
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(one)
    await sql`pragma busy_timeout = ${sql.lit(SQLITE_PATIENCE)}`.execute(one)
    return rows[0]?.busy === 0
  })

// Who waits for the whole table makes everybody wait who comes after: not for long, and again in the next round. One
// transaction for each table, so that what was set for it ends with it, also where a pool lends connections to many.
async function writeAnew(db: Database): Promise<boolean> {
  try {
    for (const table of TABLES)
      await db.transaction().execute(async within => {
        await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(within)
        await sql`cluster ${sql.table(table)} using ${sql.ref(`${table}_primary`)}`.execute(within)
      })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return false
    throw error
  }
}

const LOCK_NOT_AVAILABLE = '55P03'
