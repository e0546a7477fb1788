// The engines alone, which set the limit: the same rows into the same tables with the same keys, with nothing before them.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { boundSlip } from '../../../src/server/slip.ts'
import type { Envelope, Place } from './envelopes.ts'

/** Rows in one statement, and in one flushed commit. */
export const ROWS = 500

const columns = [
  'organisation',
  'id',
  'box',
  'key',
  'digest',
  'bytes',
  'arrived_on',
  'slip',
  'paper',
] as const

/** Whose envelopes they are, as the table has it. */
export interface Owner extends Place {
  readonly organisation: string
  readonly box: string
}

type Value = string | Uint8Array | null
export type Row = readonly Value[]

/** The rows that the server makes of these envelopes. */
export const rowsOf = (of: Owner, envelopes: readonly Envelope[]): Row[] =>
  envelopes.map(({ id, digest, bytes, slip }) => [
    ...[of.organisation, id, of.box, of.key, digest, bytes, '2026-03-01'],
    ...[boundSlip(slip, of.ward), null],
  ])

/** The statement for so many rows. */
function statement(rows: number, mark: (n: number) => string): string {
  const one = (row: number) => `(${columns.map((_, n) => mark(row * columns.length + n + 1)).join(', ')})`
  const all = Array.from({ length: rows }, (_, row) => one(row)).join(', ')
  return `insert into envelopes (${columns.join(', ')}) values ${all}`
}

/** An engine without a server before it: what is timed alone, and how one looks into a server's own. */
export interface EngineAlone {
  readonly owner: Owner
  /** In statements of 500 rows, each a flushed commit. */
  insert(rows: readonly Row[]): Promise<void>
  /** How many rows there are. */
  count(): Promise<number>
  /** The bytes of one. */
  read(id: string): Promise<Uint8Array>
  close(): Promise<void>
}

const WHOSE =
  'select wards.organisation, wards.box, wards.id as ward, keys.id as key from wards, keys limit 1'

const ONE = 'select bytes from envelopes where id = $1'

/** SQLite in a folder where our server has made its tables: as ours is set, by the statement that was prepared once. */
export function sqliteAlone(folder: string): EngineAlone {
  const file = new DatabaseSync(join(folder, 'equal-voice.sqlite'), { timeout: 10_000 })
  file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  file.exec('pragma cache_size = -65536; pragma temp_store = memory; pragma wal_autocheckpoint = 8000')
  const owner = file.prepare(WHOSE).get() as unknown as Owner
  const whole = file.prepare(statement(ROWS, () => '?'))
  return {
    owner,
    async insert(rows) {
      for (let at = 0; at < rows.length; at += ROWS) {
        const some = rows.slice(at, at + ROWS)
        const into = some.length === ROWS ? whole : file.prepare(statement(some.length, () => '?'))
        into.run(...some.flat())
      }
    },
    count: async () => Number(file.prepare('select count(*) as n from envelopes').get()?.n),
    read: async id => file.prepare(ONE.replace('$1', '?')).get(id)?.bytes as Uint8Array,
    close: async () => file.close(),
  }
}

export interface PostgresAlone extends EngineAlone {
  /** All rows of a file in one transaction. */
  copy(file: string): Promise<void>
}

/** PostgreSQL at an address, over one connection, by a statement that is prepared once; with COPY too. */
export async function postgresAlone(
  url: string,
): Promise<EngineAlone & { copy(file: string): Promise<void> }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const owner: Owner = (await client.query(WHOSE)).rows[0]
  return {
    owner,
    async insert(rows) {
      for (let at = 0; at < rows.length; at += ROWS) {
        const some = rows.slice(at, at + ROWS)
        const text = statement(some.length, n => `$${n}`)
        await client.query({ name: `rows ${some.length}`, text, values: some.flat() })
      }
    },
    async copy(file) {
      execFileSync('psql', [url, '-qc', `\\copy envelopes (${columns.join(', ')}) from '${file}'`])
    },
    count: async () => Number((await client.query('select count(*) as n from envelopes')).rows[0].n),
    read: async id => (await client.query(ONE, [id])).rows[0]?.bytes,
    close: () => client.end(),
  }
}

/** Rows as COPY reads them. */
export function copied(rows: readonly Row[]): string {
  const value = (one: Value): string =>
    one === null ? '\\N' : typeof one === 'string' ? one : `\\\\x${Buffer.from(one).toString('hex')}`
  return rows.map(row => `${row.map(value).join('\t')}\n`).join('')
}
