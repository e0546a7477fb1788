// What lies on a tablet's disk, read past the app: its drafts opened with both halves of their keys, and its outbox.

import type { Page } from 'playwright-core'
import { draftKey, unlockRow } from '../../../src/envelope/draft.ts'
import type { Form } from '../../../src/form/form.ts'
import { assemble, type Row } from '../../../src/form/rows.ts'

/** An envelope as the outbox has it. Those in `known` come without their bytes. */
export interface Lain {
  readonly id: string
  readonly state: string
  readonly bytes: Uint8Array<ArrayBuffer> | undefined
}

export interface Lying {
  /** Every draft's form by the draft's id; undefined where it can't be opened. */
  readonly drafts: ReadonlyMap<string, Form | undefined>
  /** Wrong tries at the pictures of each draft. */
  readonly misses: ReadonlyMap<string, number>
  readonly outbox: readonly Lain[]
}

interface Raw {
  readonly drafts: readonly {
    readonly id: string
    readonly last: number
    readonly tries: number
    readonly half: number[]
    readonly file: number[]
  }[]
  readonly rows: readonly { form: string; seq: number; iv: number[]; bytes: number[] }[]
  readonly outbox: readonly { id: string; state: string; bytes: number[] | undefined }[]
}

/** Runs in the page. */
async function raw(known: readonly string[]): Promise<Raw> {
  const opening = indexedDB.open('equal-voice')
  const base = await new Promise<IDBDatabase>((done, fail) => {
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const reading = base.transaction(['drafts', 'rows', 'outbox'])
  const all = <T>(name: string) =>
    new Promise<T[]>((done, fail) => {
      const asked = reading.objectStore(name).getAll()
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
  const drafts = await all<{ id: string; last: number; half: Uint8Array; tries?: number }>('drafts')
  const rows = await all<{ form: string; seq: number; iv: Uint8Array; bytes: Uint8Array }>('rows')
  const outbox = await all<{ id: string; state: string; bytes?: Uint8Array }>('outbox')
  base.close()
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('drafts', { create: true })
  const file = async (id: string) => {
    const handle = await folder.getFileHandle(id).catch(() => undefined)
    return handle ? [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] : []
  }
  return {
    drafts: await Promise.all(
      drafts.map(async ({ id, last, half, tries = 0 }) => ({
        id,
        last,
        tries,
        half: [...half],
        file: await file(id),
      })),
    ),
    rows: rows.map(({ form, seq, iv, bytes }) => ({ form, seq, iv: [...iv], bytes: [...bytes] })),
    outbox: outbox.map(({ id, state, bytes }) => ({
      id,
      state,
      bytes: bytes && !known.includes(id) ? [...bytes] : undefined,
    })),
  }
}

/** Reads the disk of the tablet that a page belongs to. */
export async function lying(page: Page, known: readonly string[] = []): Promise<Lying> {
  const found = await page.evaluate(raw, known)
  const drafts = new Map<string, Form | undefined>()
  for (const draft of found.drafts)
    drafts.set(draft.id, await opened(draft, found.rows).catch(() => undefined))
  return {
    drafts,
    misses: new Map(found.drafts.map(({ id, tries }) => [id, tries])),
    outbox: found.outbox.map(one => ({ ...one, bytes: one.bytes && Uint8Array.from(one.bytes) })),
  }
}

async function opened({ id, last, half, file }: Raw['drafts'][number], all: Raw['rows']) {
  const { subtle } = globalThis.crypto
  const key = await draftKey([Uint8Array.from(half), Uint8Array.from(file)], id, subtle)
  const rows = all.filter(({ form }) => form === id).toSorted((a, b) => a.seq - b.seq)
  if (rows.length !== last) throw new Error(`${rows.length} rows of ${last}`)
  const written: Row[] = []
  for (const { seq, iv, bytes } of rows) {
    const sealed = { form: id, seq, iv: Uint8Array.from(iv), bytes: Uint8Array.from(bytes) }
    written.push(...((await unlockRow(key, sealed, subtle)) as Row[]))
  }
  return assemble(written)
}

/** The ids of the drafts on the disk. */
export const draftIds = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('equal-voice')
    const base = await new Promise<IDBDatabase>((done, fail) => {
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => fail(opening.error)
    })
    const asked = base.transaction('drafts').objectStore('drafts').getAllKeys()
    const keys = await new Promise<IDBValidKey[]>(done => {
      asked.onsuccess = () => done(asked.result)
    })
    base.close()
    return keys.map(String)
  })
