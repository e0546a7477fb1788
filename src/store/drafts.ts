// Forms on disk while they are being answered: one encrypted row a save, written through one queue, flushed.
//
//   open ─▶ half into its file ─▶ record and first row ─▶ save, save, save … ─┬─ seal:  envelope in and draft out, then the file
//                                                            ▲                 └─ erase: the file, then the draft
//                                              read ─────────┘   sweep: what a crash left between two of these steps

import type { Bytes } from '../envelope/bytes.ts'
import { draftKey, HALF_SIZE, lockRow, type SealedRow, unlockRow } from '../envelope/draft.ts'
import type { Form } from '../form/form.ts'
import { assemble, changes, type Row } from '../form/rows.ts'
import type { Database } from './database.ts'
import type { Halves } from './halves.ts'
import { pick } from './picture.ts'
import type { DraftRecord, Picture, Sealed } from './records.ts'

/**
 * Why a draft can't be read or written: it has ended, its file half is missing, a row is missing or not its own,
 * it is open in another window, or another one wrote meanwhile (and again when it was tried once more).
 */
export class DraftError extends Error {
  override name = 'DraftError'
  readonly why: 'gone' | 'half-missing' | 'damaged' | 'elsewhere' | 'overtaken'
  constructor(why: DraftError['why']) {
    super(`a draft is ${why}`)
    this.why = why
  }
}

const overtaken = (error: unknown) => error instanceof DraftError && error.why === 'overtaken'
const same = (one: SealedRow | undefined, other: SealedRow) => `${one?.iv}` === `${other.iv}`

/** An open draft. */
export interface Draft {
  readonly id: string
  readonly picture: Picture
  /**
   * Writes whatever of the form is not on disk yet; resolves after it is flushed. Calls are taken in order. Rejects
   * with DraftError when the draft has ended, or as the disk does; the next save writes what a refused one did not.
   */
  save(form: Form): Promise<void>
}

/**
 * All drafts of this tablet. A draft that is open in another window can be neither read nor erased here; it is open
 * from `open` or `read` until it is sealed, erased, or saved as kept.
 */
export interface Drafts {
  /** A new draft with its first row on disk, its key's file before it. Rejects when the disk refuses. */
  open(id: string, form: Form): Promise<Draft>
  /** A waiting draft and its form. Rejects with DraftError; never with a form that lacks something. */
  read(id: string): Promise<{ readonly draft: Draft; readonly form: Form }>
  list(): Promise<readonly { readonly id: string; readonly picture: Picture }[]>
  /**
   * In one transaction envelope in and draft out, then the file. Tried again with the very same envelope, it is done
   * already; rejects with DraftError('gone') when the draft has ended without this envelope.
   */
  seal(id: string, envelope: Sealed): Promise<void>
  /** The file first, then the rows. Nothing happens when it is gone. */
  erase(id: string): Promise<void>
  /** At start: removes files without a draft, and drafts whose file is gone; resolves to how many of those. */
  sweep(): Promise<number>
}

/**
 * What the outside lends: `random` gives fresh random bytes; `alone` keeps other windows out of the work; `hold` takes
 * a name for this window until its release is called, undefined when another window has it.
 */
export interface Outside {
  readonly subtle: SubtleCrypto
  random(size: number): Bytes
  alone<T>(work: () => Promise<T>): Promise<T>
  hold?(name: string): Promise<(() => void) | undefined>
}

export function createDrafts(database: Database, halves: Halves, outside: Outside): Drafts {
  const { drafts, rows, outbox, write, read } = database
  const { subtle, random, alone, hold = async () => () => {} } = outside
  const held = new Map<string, ReturnType<typeof hold>>()

  async function take(id: string): Promise<void> {
    const asked = held.get(id) ?? hold(`equal-voice draft ${id}`).catch(() => undefined)
    held.set(id, asked)
    if (await asked) return
    held.delete(id)
    throw new DraftError('elsewhere')
  }

  function free(id: string): void {
    void held.get(id)?.then(release => release?.())
    held.delete(id)
  }

  async function load(id: string, key: CryptoKey): Promise<{ form: Form; last: number }> {
    const [record, sealed] = await read(() =>
      Promise.all([drafts.get(id), rows.where('[form+seq]').between([id, 0], [id, Infinity]).toArray()]),
    )
    if (!record) throw new DraftError('gone')
    const whole = sealed.length === record.last && sealed.every((row, n) => row.seq === n + 1)
    if (!whole) throw new DraftError('damaged')
    const values = await Promise.all(sealed.map(row => unlockRow(key, row, subtle))).catch(() => {
      throw new DraftError('damaged')
    })
    const form = assemble((values as Row[][]).flat())
    if (!form) throw new DraftError('damaged')
    return { form, last: record.last }
  }

  /** All that a save changes in one row: a skip, an answer and a first screen look alike on the disk. */
  const lock = (key: CryptoKey, form: string, seq: number, values: readonly Row[]) =>
    lockRow(key, { form, seq }, values, random(12), subtle)

  function draft(record: DraftRecord, key: CryptoKey, first: { form: Form; last: number }): Draft {
    const { id, picture } = record
    /** What the disk surely holds; undefined after a refusal, until it has been read again. */
    let known: { form: Form; last: number } | undefined = first

    async function put(form: Form): Promise<void> {
      const from = known ?? (await load(id, key))
      known = undefined
      const changed = changes(from.form, form)
      const last = changed.length > 0 ? from.last + 1 : from.last
      if (last > from.last) {
        const sealed = await lock(key, id, last, changed)
        await write(async () => {
          const now = await drafts.get(id)
          if (!now) throw new DraftError('gone')
          // Run again after a commit of which nobody heard, this very row is there already.
          if (now.last === last && same(await rows.get([id, last]), sealed)) return
          if (now.last !== from.last) throw new DraftError('overtaken')
          await rows.add(sealed)
          await drafts.put({ ...now, last })
        })
      }
      known = { form, last }
      if (form.state === 'kept') free(id)
    }

    let queue: Promise<void> = Promise.resolve()
    return {
      id,
      picture,
      save(form) {
        const turn = queue.then(() =>
          put(form).catch(error => (overtaken(error) ? put(form) : Promise.reject(error))),
        )
        queue = turn.catch(() => undefined)
        return turn
      },
    }
  }

  async function out(id: string): Promise<void> {
    await rows.where('[form+seq]').between([id, 0], [id, Infinity]).delete()
    await drafts.delete(id)
  }

  /** Sealing tried again after it was done is done; a draft that went any other way gives no thanks. */
  async function sealedBefore({ digest }: Sealed): Promise<void> {
    if (!(await outbox.get(digest))) throw new DraftError('gone')
  }

  return {
    open: (id, form) =>
      alone(async () => {
        const [half, other] = [random(HALF_SIZE), random(HALF_SIZE)]
        const taken = (await read(() => drafts.toArray())).map(record => record.picture)
        const key = await draftKey([half, other], id, subtle)
        const sealed = await lock(key, id, 1, changes(undefined, form))
        const record = { id, picture: pick(taken, random), half, last: 1 }
        await take(id)
        await halves.write(id, other)
        await write(async () => {
          await rows.put(sealed)
          await drafts.put(record)
        })
        return draft(record, key, { form, last: 1 })
      }),

    async read(id) {
      await take(id)
      try {
        const record = await read(() => drafts.get(id))
        if (!record) throw new DraftError('gone')
        const other = await halves.read(id)
        if (other?.length !== HALF_SIZE) throw new DraftError('half-missing')
        const key = await draftKey([record.half, other], id, subtle)
        const found = await load(id, key)
        return { draft: draft(record, key, found), form: found.form }
      } catch (error) {
        free(id)
        throw error
      }
    },

    list: async () => (await read(() => drafts.toArray())).map(({ id, picture }) => ({ id, picture })),

    seal: (id, envelope) =>
      alone(async () => {
        await write(async () => {
          if (!(await drafts.get(id))) return sealedBefore(envelope)
          await outbox.add({ ...envelope, state: 'waiting' })
          await out(id)
        })
        // The envelope is safe. A file that can't be removed now is removed by the next sweep.
        await halves.remove(id).catch(() => undefined)
        free(id)
      }),

    erase: id =>
      alone(async () => {
        await take(id)
        await halves.remove(id)
        await write(() => out(id))
        free(id)
      }),

    sweep: () =>
      alone(async () => {
        const files = new Set(await halves.list())
        const ids = new Set(await read(() => drafts.toCollection().primaryKeys()))
        for (const file of files) if (!ids.has(file)) await halves.remove(file)
        const lost = [...ids].filter(id => !files.has(id))
        for (const id of lost) await write(() => out(id))
        return lost.length
      }),
  }
}
