// Forms on disk while they are being answered: one encrypted row a save, written through one queue, flushed.
//
//   open ─▶ half into its file ─▶ record and first row ─▶ save, save, save … ─┬─ seal:  envelope in and draft out, then the file
//                                                            ▲                 └─ erase: the file, then the draft
//                                              read ─────────┘   sweep: what a crash left between two of these steps
//                                                                expire: erase, for what nobody came back to

import { draftKey, HALF_SIZE, lockRow, unlockRow } from '../envelope/draft.ts'
import type { Form } from '../form/form.ts'
import { assemble, changes, type Row } from '../form/rows.ts'
import { isOver } from './age.ts'
import type { Database } from './database.ts'
import { type Draft, DraftError, type Drafts, type Outside } from './draft.ts'
import { leftOf } from './gate.ts'
import type { Halves } from './halves.ts'
import { pick } from './picture.ts'
import type { DraftRecord, Sealed } from './records.ts'
import { count } from './tally.ts'

const overtaken = (error: unknown) => error instanceof DraftError && error.why === 'overtaken'

export function createDrafts(database: Database, halves: Halves, outside: Outside): Drafts {
  const { drafts, rows, outbox, write, read, tap } = database
  const { subtle, random, alone, hold = async () => () => {} } = outside
  const held = new Map<string, ReturnType<typeof hold>>()
  const ending = new Set<string>()

  async function take(id: string): Promise<void> {
    const asked = held.get(id) ?? hold(`equal-voice draft ${id}`).catch(() => undefined)
    held.set(id, asked)
    if (await asked) return
    held.delete(id)
    throw new DraftError('elsewhere')
  }

  async function free(id: string): Promise<void> {
    const asked = held.get(id)
    held.delete(id)
    ;(await asked)?.()
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
        await tap((drafts, rows, end) => {
          const asked: IDBRequest<DraftRecord | undefined> = drafts.get(id)
          // Written before the answer is here: a page that is busy answers late, and `end` takes it back.
          rows.put(sealed)
          drafts.put(saved(record, last, form))
          asked.onsuccess = () => {
            const now = asked.result
            // Run again after a commit of which nobody heard, it was overtaken by itself, and has nothing left to write.
            if (now?.last !== from.last) return end(new DraftError(now ? 'overtaken' : 'gone'))
            if (now.tries !== record.tries) drafts.put(saved(now, last, form))
            end()
          }
        })
      }
      known = { form, last }
      if (form.state === 'kept') await free(id)
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
      letGo: () => free(id),
    }
  }

  /** Its hours begin anew with each save; its pictures make it gated, and no later save takes the tries back. */
  function saved({ age: _, ...record }: DraftRecord, last: number, form: Form): DraftRecord {
    const gated = 'sheet' in form && form.sheet.pictures !== undefined
    return { ...record, last, ...(gated && { tries: record.tries ?? 0 }) }
  }

  async function out(id: string): Promise<void> {
    await rows.where('[form+seq]').between([id, 0], [id, Infinity]).delete()
    await drafts.delete(id)
  }

  /** Out, and counted where its hours were over: whether that was done at once or a crash came between. */
  async function lose(id: string): Promise<void> {
    if (isOver((await drafts.get(id))?.age)) await count(database, 'erased')
    await out(id)
  }

  /** Ends a draft whose hours are over; false where somebody has it open, or came back to it meanwhile. */
  const end = (id: string): Promise<boolean> =>
    alone(async () => {
      if (held.has(id)) return false
      ending.add(id)
      try {
        await take(id)
        if (!isOver((await read(() => drafts.get(id)))?.age)) return false
        await halves.remove(id)
        await write(() => lose(id))
        return true
      } finally {
        ending.delete(id)
        await free(id)
      }
    })

  const erase = (id: string, spares = false): Promise<void> =>
    alone(async () => {
      await take(id)
      try {
        if (spares && (await read(() => drafts.get(id)))?.tries !== undefined) throw new DraftError('gated')
        await halves.remove(id)
        await write(() => out(id))
      } finally {
        await free(id)
      }
    })

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
        try {
          await halves.write(id, other)
          await write(async () => {
            await rows.put(sealed)
            await drafts.put(record)
          })
        } catch (error) {
          // Where the disk took it without a word it waits like any other.
          await free(id)
          throw error
        }
        return draft(record, key, { form, last: 1 })
      }),

    async read(id) {
      if (ending.has(id)) throw new DraftError('gone')
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
        await free(id)
        throw error
      }
    },

    list: async () =>
      (await read(() => drafts.toArray())).map(record => {
        const { id, picture } = record
        const left = leftOf(record)
        return { id, picture, ...(left !== undefined && { left }) }
      }),

    seal: (id, envelope) =>
      alone(async () => {
        await write(async () => {
          if (!(await drafts.get(id))) return sealedBefore(envelope)
          await count(database, 'sealed')
          await outbox.add({ ...envelope, state: 'waiting' })
          await out(id)
        })
        // The envelope is safe. A file that can't be removed now is removed by the next sweep.
        await halves.remove(id).catch(() => undefined)
        await free(id)
      }),

    erase: id => erase(id),
    disown: id => erase(id, true),

    sweep: () =>
      alone(async () => {
        const files = new Set(await halves.list())
        const ids = new Set(await read(() => drafts.toCollection().primaryKeys()))
        for (const file of files) if (!ids.has(file)) await halves.remove(file)
        const lost = [...ids].filter(id => !files.has(id))
        for (const id of lost) await write(() => lose(id))
        return lost.length
      }),

    async expire() {
      const old = (await read(() => drafts.toArray())).filter(({ age }) => isOver(age))
      const gone: string[] = []
      for (const { id } of old) if (await end(id).catch(() => false)) gone.push(id)
      return gone
    },
  }
}
