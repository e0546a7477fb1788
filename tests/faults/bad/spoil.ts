// What may be changed in a server's stored rows and in its keys' files, as a disk or somebody's hand changes them.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import fc from 'fast-check'

/** Rows whose damage may concern their own ward at most; those of `wards` and `tablets` are Willow's. */
export const own = {
  envelopes: ['id', 'box', 'key', 'digest', 'arrived_on', 'bytes', 'slip', 'paper'],
  spent: ['id', 'digest', 'slip'],
  withdrawals: ['slip', 'box', 'state', 'on_day'],
  tallies: ['sealed', 'sent', 'withdrawn', 'erased', 'waiting', 'set_aside', 'anew_on'],
  wards: ['name', 'contacts', 'opening', 'idle', 'beds', 'return_to'],
  releases: ['box', 'body', 'base', 'due', 'held', 'held_on'],
  tablets: ['ward', 'name', 'token_hash', 'heard_on', 'ended', 'batches', 'stored'],
  quarantine: ['digest', 'problem', 'tablet', 'arrived_on', 'bytes', 'slip'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Rows that many need. */
const shared = {
  keys: ['public_key', 'state', 'keep_until', 'service'],
  boxes: ['next_count', 'enough', 'as_of'],
  services: ['name', 'threshold'],
  codes: ['until', 'ward'],
  counts: ['due', 'release'],
  tablet_keys: ['key', 'clear_since'],
  marks: ['value'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const tables: Readonly<Record<string, readonly string[]>> = { ...own, ...shared }

/** How a value is changed. */
const how = fc.oneof(
  fc.constantFrom({ is: 'empty' } as const, { is: 'null' } as const, { is: 'another row’s' } as const),
  fc.record({ is: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ is: fc.constant('flipped' as const), at: fc.nat(), bit: fc.nat({ max: 6 }) }),
  fc.record({ is: fc.constant('json' as const), text: fc.json() }),
  fc.record({ is: fc.constant('other' as const), text: fc.string({ maxLength: 60, unit: 'binary' }) }),
  fc.record({ is: fc.constant('number' as const), n: fc.oneof(fc.integer(), fc.constantFrom(-1, 0, 1)) }),
)
type How = typeof how extends fc.Arbitrary<infer T> ? T : never

/** One change of a row, or of a key's file. */
export interface Spoil {
  readonly table: string
  readonly column: string
  readonly row: number
  readonly how: How
}

const columns = [
  ...Object.entries(tables).flatMap(([table, names]) => names.map(column => ({ table, column }))),
  { table: 'key file', column: '' },
]

/** A change of any row or key's file, or of some columns of a table. */
export const spoilsOf = (only?: string, names: readonly string[] = []): fc.Arbitrary<Spoil> =>
  fc
    .record({
      at: fc.constantFrom(
        ...columns.filter(at => only === undefined || (at.table === only && names.includes(at.column))),
      ),
      row: fc.nat({ max: 99 }),
      how,
    })
    .map(({ at, ...more }) => ({ ...at, ...more }))

/** Whether a change is of a ward's own rows. */
export const isOwn = ({ table }: Spoil): boolean => table in own

type Value = SQLOutputValue

/** The value that stands there instead; undefined where such a change says nothing about it. */
function changed(value: Value, one: How, other: Value): Value | undefined {
  const isNumber = typeof value === 'number'
  const bytes = value instanceof Uint8Array ? Uint8Array.from(value) : undefined
  switch (one.is) {
    case 'null':
      return null
    case 'another row’s':
      return other
    case 'empty':
      return isNumber ? 0 : bytes ? new Uint8Array() : ''
    case 'number':
      return isNumber || value === null ? one.n : bytes ? undefined : String(one.n)
    case 'json':
    case 'other':
      return isNumber ? undefined : bytes ? Buffer.from(one.text) : one.text
    case 'cut':
      if (bytes) return bytes.slice(0, one.at % bytes.length)
      return isNumber ? Math.trunc(value / 2) : value && String(value).slice(0, one.at % String(value).length)
    case 'flipped': {
      if (isNumber) return value ^ (1 << one.bit)
      if (bytes) return bytes.map((byte, n) => (n === one.at % bytes.length ? byte ^ (1 << one.bit) : byte))
      const [text, at] = [String(value ?? ''), one.at % Math.max(1, String(value ?? '').length)]
      const code = (text.charCodeAt(at) || 32) ^ (1 << one.bit)
      return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
    }
  }
}

/** Changes the rows; those that the database itself would not take stay as they were. Which changes stand. */
export function spoil(data: string, willow: string, spoils: readonly Spoil[]): Spoil[] {
  const file = new DatabaseSync(join(data, 'equal-voice.sqlite'), { enableForeignKeyConstraints: false })
  const stand = spoils.filter(one =>
    one.table === 'key file' ? spoilKey(data, one) : spoilRow(file, willow, one),
  )
  file.close()
  return stand
}

function spoilRow(file: DatabaseSync, willow: string, { table, column, row, how }: Spoil): boolean {
  const keys = file
    .prepare(`select name from pragma_table_info('${table}') where pk > 0`)
    .all()
    .map(({ name }) => String(name))
  const which = table === 'wards' ? ' where id = ?' : table === 'tablets' ? ' where ward = ?' : ''
  const rows = file.prepare(`select * from ${table}${which}`).all(...(which ? [willow] : []))
  const [found, other] = [rows[row % rows.length], rows[(row + 1) % rows.length]]
  if (!found) return false
  const value = changed(found[column] ?? null, how, other?.[column] ?? null)
  if (value === undefined || value === found[column]) return false
  const where = keys.map(name => `${name} = ?`).join(' and ')
  try {
    const is = keys.map(name => found[name] ?? null)
    const { changes } = file.prepare(`update ${table} set ${column} = ? where ${where}`).run(value, ...is)
    return changes === 1
  } catch {
    return false
  }
}

function spoilKey(data: string, { how, row }: Spoil): boolean {
  const folder = join(data, 'keys')
  const names = readdirSync(folder)
  const path = join(folder, names[row % names.length] ?? '')
  if (how.is === 'null') {
    rmSync(path)
    return true
  }
  const text = readFileSync(path, 'utf8')
  const value = changed(text, how, text)
  if (typeof value !== 'string' || value === text) return false
  writeFileSync(path, value)
  return true
}
