// Everything in which SQLite and PostgreSQL differ. All queries and migrations are the same on both.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type Dialect, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely'
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

// Kysely lends SQLite's one connection to one transaction at a time, so that the others wait their turn.
// A transaction takes the write lock at once: a second process then waits instead of failing half-way.
function openFile(path: string): SqliteDatabase {
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 10_000 })
  file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
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

const { BYTEA, INT8, NUMERIC } = pg.types.builtins

/** PostgreSQL by its address. Sums and counts come as numbers and bytes as Uint8Array, as SQLite gives them. */
export function postgres(url: string): Engine {
  const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (type, format) => {
    const usual = pg.types.getTypeParser(type, format)
    if (type === INT8 || type === NUMERIC) return Number
    if (type === BYTEA) return (text: string) => new Uint8Array(usual(text))
    return usual
  }
  const pool = new pg.Pool({ connectionString: url, types: { getTypeParser } })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    dialect: new PostgresDialect({ pool }),
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
