// Everything in which SQLite and PostgreSQL differ. All queries and migrations are the same on both.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { CompiledQuery, type Dialect, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely'
import pg from 'pg'

/** What opens a database, how it calls columns of bytes, truths and instants, and how a table says that it keeps no order of arrival. */
export interface Engine {
  readonly dialect: Dialect
  readonly bytes: 'blob' | 'bytea'
  /** As better-auth writes them: 0 and 1, and ISO 8601 text, in SQLite. */
  readonly truth: 'integer' | 'boolean'
  readonly instant: 'date' | 'timestamptz'
  /** What ends the making of such a table: SQLite numbers rows as they come unless it is told not to. */
  readonly unordered: 'without rowid' | ''
  /** What makes rows of a table stay as they were written, whoever asks. */
  appendOnly(table: string): readonly string[]
  /**
   * What makes rows of such a table stay but for one text in the JSON of their `body`, which may become empty in a change that
   * writes the day of it beside, as `struck`. Whoever holds the database changes nothing else with it.
   */
  strikeOnly(table: string, text: string): readonly string[]
}

/** SQLite in a folder: a write-ahead log that is flushed at every commit. Makes the folder. */
export function sqlite(folder: string): Engine {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = async () => openFile(join(folder, 'equal-voice.sqlite'))
  return {
    dialect: new SqliteDialect({ database }),
    bytes: 'blob',
    truth: 'integer',
    instant: 'date',
    unordered: 'without rowid',
    appendOnly: table =>
      ['update', 'delete'].map(
        change =>
          `create trigger ${table}_no_${change} before ${change} on ${table} ` +
          `begin select raise(abort, '${table} only grows'); end`,
      ),
    strikeOnly: (table, text) => [
      `drop trigger ${table}_no_update`,
      `create trigger ${table}_no_update before update on ${table} ` +
        `when json_set(old.body, '$.${text}', '', '$.struck', json_extract(new.body, '$.struck')) ` +
        `is not json(new.body) or json_type(new.body, '$.struck') is not 'text' ` +
        `or json_type(old.body, '$.struck') is not null ` +
        `or (old.organisation, old.checker, old.n, old.who) is not ` +
        `(new.organisation, new.checker, new.n, new.who) ` +
        `begin select raise(abort, '${table} only grows'); end`,
    ],
  }
}

/** Milliseconds for which SQLite waits for another process. */
export const SQLITE_PATIENCE = 10_000

// Kysely lends SQLite's one connection to one transaction at a time, so that the others wait their turn.
// A transaction takes the write lock at once: a second process then waits instead of failing half-way.
function openFile(path: string): SqliteDatabase {
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: SQLITE_PATIENCE })
  file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  // Envelopes lie all over their table, so that a batch changes a thousand pages. They have room in memory, and so has
  // what would undo half a statement; and they come from the log into the file once for some batches, not for each.
  // Larger pages would be more to write for each of them: docs/decisions/0003 has the figures.
  file.exec('pragma cache_size = -65536; pragma temp_store = memory; pragma wal_autocheckpoint = 8000')
  return {
    close: () => file.close(),
    prepare(sql) {
      const statement = file.prepare(sql === 'begin' ? 'begin immediate' : sql)
      return {
        reader: statement.columns().length > 0,
        all: given => statement.all(...(given as SQLInputValue[])),
        run: given => statement.run(...(given as SQLInputValue[])),
        iterate: given => statement.iterate(...(given as SQLInputValue[])),
      }
    },
  }
}

const SQLITE_BUSY = 5

const { BYTEA, INT8, NUMERIC } = pg.types.builtins

/** Connections of one server to PostgreSQL, where nothing else is said. */
const CONNECTIONS = 10

/** Milliseconds that anybody waits for a connection, free or new. Whoever waits for longer is told to come again. */
const PATIENCE = 5_000

// No statement has a limit: a count, an erasure or a new table may rightly take minutes. But a server that stood still in the
// middle of a transaction, as when its machine was put to sleep, would keep everybody else from the same box.
const SILENCE = "set idle_in_transaction_session_timeout = '60s'"

/**
 * PostgreSQL by its address, with so many connections at most. Sums and counts come as numbers and bytes as Uint8Array, as
 * SQLite gives them.
 */
export function postgres(url: string, connections = CONNECTIONS): Engine {
  const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (type, format) => {
    const usual = pg.types.getTypeParser(type, format)
    if (type === INT8 || type === NUMERIC) return Number
    if (type === BYTEA) return (text: string) => new Uint8Array(usual(text))
    return usual
  }
  const pool = new pg.Pool({
    connectionString: url,
    types: { getTypeParser },
    max: connections,
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
  })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    dialect: new PostgresDialect({
      pool,
      // Said on the connection and not before it: a pooler in between need not know it.
      async onCreateConnection(connection) {
        await connection.executeQuery(CompiledQuery.raw(SILENCE))
      },
    }),
    bytes: 'bytea',
    truth: 'boolean',
    instant: 'timestamptz',
    unordered: '',
    appendOnly: table => [
      `create function ${table}_only_grows() returns trigger language plpgsql ` +
        `as $$ begin raise exception '${table} only grows'; end $$`,
      `create trigger ${table}_stays before update or delete or truncate on ${table} ` +
        `for each statement execute function ${table}_only_grows()`,
    ],
    strikeOnly: (table, text) => [
      `drop trigger ${table}_stays on ${table}`,
      `create trigger ${table}_stays before delete or truncate on ${table} ` +
        `for each statement execute function ${table}_only_grows()`,
      `create function ${table}_only_strikes() returns trigger language plpgsql as $$ begin ` +
        `if to_jsonb(new) - 'body' = to_jsonb(old) - 'body' and jsonb_typeof(new.body::jsonb->'struck') = 'string' ` +
        `and old.body::jsonb->'struck' is null ` +
        `and new.body::jsonb = old.body::jsonb || jsonb_build_object('${text}', '', 'struck', new.body::jsonb->'struck') ` +
        `then return new; end if; raise exception '${table} only grows'; end $$`,
      `create trigger ${table}_strikes before update on ${table} ` +
        `for each row execute function ${table}_only_strikes()`,
    ],
  }
}

// Too many connections; still starting; not there; SQLite held by another process.
const occupied = new Set<unknown>(['53300', '57P03', 'ECONNREFUSED', SQLITE_BUSY])

/** Whether an error only says that the database has no time, or is not back yet: nothing was begun, and a later try may do. */
export function isOccupied(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errcode }: NodeJS.ErrnoException & { errcode?: number } = error
  // The pool gives its own timeout no code.
  return occupied.has(errcode ?? code) || error.message === 'timeout exceeded when trying to connect'
}
