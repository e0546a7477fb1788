// What a restored backup of the database can't know: which counts there were, which forms they spent, which were taken back.
//
// Each entry is a file of its own in a folder outside the database, written whole and flushed before the commit that it
// belongs to, and never changed. A half-written file has another name and belongs to no commit. Its first line is the
// SHA-256 of its second, which is JSON.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { signals } from '../../results/signals.ts'
import { removeWhole, writeWhole } from '../files.ts'
import { hashOf } from '../secrets.ts'

// Entries of earlier versions have neither slips nor what was held, nor the names of the wards.
const form = v.object({ id: v.string(), digest: v.string(), slip: v.optional(v.string()) })

const count = v.object({
  kind: v.literal('count'),
  organisation: v.string(),
  box: v.string(),
  due: v.string(),
  release: v.object({
    id: v.string(),
    base: v.number(),
    body: v.string(),
    held: v.optional(v.picklist(signals)),
    wards: v.optional(v.string()),
  }),
  forms: v.pipe(v.array(form), v.readonly()),
})

const withdrawal = v.object({
  kind: v.literal('withdrawal'),
  organisation: v.string(),
  box: v.string(),
  slip: v.string(),
  state: v.picklist(['taken-out', 'kept']),
  on_day: v.string(),
})

// Wards that are counted together: what is counted in their box would otherwise have nowhere to come back to.
const box = v.object({
  kind: v.literal('box'),
  organisation: v.string(),
  box: v.string(),
  service: v.string(),
  wards: v.pipe(v.array(v.string()), v.readonly()),
})

// Forms that lay unread for a year and are gone. Those of the office's paper have no slip.
const erasure = v.object({
  kind: v.literal('erasure'),
  organisation: v.string(),
  box: v.string(),
  on_day: v.string(),
  forms: v.pipe(v.array(v.object({ id: v.string(), slip: v.nullable(v.string()) })), v.readonly()),
})

const beat = v.object({ kind: v.literal('beat'), starts: v.number() })

// A kind that is not known may say that something must not be counted: it is refused, not passed over.
const entry = v.variant('kind', [count, withdrawal, box, erasure, beat])

/** A form that a count has opened, by its id and the digest of its envelope. */
export type SpentForm = v.InferOutput<typeof form>
/** One count that was published. */
export type CountEntry = v.InferOutput<typeof count>
/** One form that was taken back, by its bound slip. */
export type WithdrawalEntry = v.InferOutput<typeof withdrawal>
/** A box that was made for wards there were already. */
export type BoxEntry = v.InferOutput<typeof box>
/** The forms of a box that were erased unread on a day. */
export type ErasureEntry = v.InferOutput<typeof erasure>
type Entry = v.InferOutput<typeof entry>

/** A ledger that can't be relied on; the message is one sentence for who runs the server. */
export class LedgerError extends Error {
  override name = 'LedgerError'
}

/** What the entry of a count is called. */
export const countName = (due: string, release: string): string => `count-${due}-${release}`

/** What the entry of a form that was taken back is called. */
export const withdrawalName = (at: { readonly organisation: string; readonly slip: string }): string =>
  `withdrawal-${hashOf(`${at.organisation} ${at.slip}`)}`

/** What the entry of a box is called: it comes before whatever was counted in it. */
export const boxName = (id: string): string => `box-${id}`

/** What the entry of an erasure is called: it comes after whatever was counted. */
const erasureName = ({ box, on_day }: Pick<ErasureEntry, 'box' | 'on_day'>): string =>
  `erasure-${on_day}-${box}`

/** Whose erasure an entry of this name is, and of which day; undefined for any other. */
export function erasureOf(name: string): Pick<ErasureEntry, 'box' | 'on_day'> | undefined {
  const [, on_day = '', box = ''] = /^erasure-(\d{4}-\d{2}-\d{2})-(.+)$/.exec(name) ?? []
  return box === '' ? undefined : { box, on_day }
}

/** Writes an erasure down; when it returns, the entry outlives a power cut. */
export function writeErasure(folder: string, entry: ErasureEntry): void {
  write(folder, erasureName(entry), entry)
}

/** Writes a box down; when it returns, the entry outlives a power cut. */
export function writeBox(folder: string, entry: BoxEntry): void {
  write(folder, boxName(entry.box), entry)
}

/** Writes a count down; when it returns, the entry outlives a power cut. Throws when the disk does not take it. */
export function writeCount(folder: string, entry: CountEntry): void {
  write(folder, countName(entry.due, entry.release.id), entry)
}

/** Writes down that a form was taken back; when it returns, the entry outlives a power cut. */
export function writeWithdrawal(folder: string, entry: WithdrawalEntry): void {
  write(folder, withdrawalName(entry), entry)
}

/** Writes down the number of a start or of a beat, and forgets the smaller ones. */
export function writeBeat(folder: string, starts: number): void {
  const older = names(folder).filter(name => name.startsWith('beat-') && numberOf(name) < starts)
  write(folder, `beat-${starts}`, { kind: 'beat', starts })
  removeWhole(older.map(name => join(folder, name)))
}

/** The largest number written down; 0 in a new ledger. */
export const lastBeat = (folder: string): number =>
  Math.max(
    0,
    ...names(folder)
      .filter(name => name.startsWith('beat-'))
      .map(numberOf),
  )

/**
 * All that was written down of boxes, counts, erasures and forms taken back, in this order, the earliest due first. Those that
 * `passes` says yes to, by their names, are not read. Throws LedgerError for a damaged or strange entry.
 */
export const readEntries = (
  folder: string,
  passes: (name: string) => boolean = () => false,
): (BoxEntry | CountEntry | ErasureEntry | WithdrawalEntry)[] =>
  names(folder)
    .filter(name => !name.startsWith('beat-') && !passes(name.slice(0, -ENDING.length)))
    .map(name => read(folder, name))
    .filter(entry => entry.kind !== 'beat')

const ENDING = '.json'

const names = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith(ENDING))
        .sort()
    : []

const numberOf = (name: string): number => Number(/^beat-(\d+)/.exec(name)?.[1] ?? 0)

function write(folder: string, name: string, entry: Entry): void {
  const text = JSON.stringify(entry)
  writeWhole(join(folder, name + ENDING), `${hashOf(text)}\n${text}\n`)
}

function read(folder: string, name: string): Entry {
  const [hash, text = ''] = readFileSync(join(folder, name), 'utf8').split('\n')
  const found = hash === hashOf(text) ? v.safeParse(entry, JSON.parse(text)) : undefined
  if (found?.success) return found.output
  throw new LedgerError(
    `The ledger's entry ${name} is damaged or of a newer version: restore it from its backup.`,
  )
}
