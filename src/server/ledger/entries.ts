// What a restored backup of the database can't know: which counts there were, and which forms they spent.
//
// Each entry is a file of its own in a folder outside the database, written whole and flushed before the commit that it
// belongs to, and never changed. A half-written file has another name and belongs to no commit. Its first line is the
// SHA-256 of its second, which is JSON.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { removeWhole, writeWhole } from '../files.ts'
import { hashOf } from '../secrets.ts'

const form = v.object({ id: v.string(), digest: v.string() })

const count = v.object({
  kind: v.literal('count'),
  organisation: v.string(),
  box: v.string(),
  due: v.string(),
  release: v.object({ id: v.string(), base: v.number(), body: v.string() }),
  forms: v.pipe(v.array(form), v.readonly()),
})

const beat = v.object({ kind: v.literal('beat'), starts: v.number() })

// A kind that is not known may say that something must not be counted: it is refused, not passed over.
const entry = v.variant('kind', [count, beat])

/** A form that a count has opened, by its id and the digest of its envelope. */
export type SpentForm = v.InferOutput<typeof form>
/** One count that was published. */
export type CountEntry = v.InferOutput<typeof count>
type Entry = v.InferOutput<typeof entry>

/** A ledger that can't be relied on; the message is one sentence for who runs the server. */
export class LedgerError extends Error {
  override name = 'LedgerError'
}

/** Writes a count down; when it returns, the entry outlives a power cut. Throws when the disk does not take it. */
export function writeCount(folder: string, entry: CountEntry): void {
  write(folder, `count-${entry.due}-${entry.release.id}`, entry)
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

/** All counts that were written down, the earliest due first. Throws LedgerError for a damaged or strange entry. */
export const readCounts = (folder: string): CountEntry[] =>
  names(folder)
    .filter(name => !name.startsWith('beat-'))
    .map(name => read(folder, name))
    .filter(entry => entry.kind === 'count')

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
