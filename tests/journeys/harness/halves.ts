// What opens a draft, read while it is open: both halves of its key, and the key as the envelope's room derives it.

import type { Page } from 'playwright-core'
import { HALF_SIZE, unlockRow } from '../../../src/envelope/draft.ts'
import type { Sought } from './scan.ts'

interface Held {
  readonly id: string
  readonly base: number[]
  readonly file: number[]
  readonly row: { readonly seq: number; readonly iv: number[]; readonly bytes: number[] }
}

/** The halves of the only draft's key from its two places, and one of its rows. Runs in the page. */
async function held(): Promise<Held> {
  const opened = indexedDB.open('equal-voice')
  const base = await new Promise<IDBDatabase>((done, fail) => {
    opened.onsuccess = () => done(opened.result)
    opened.onerror = () => fail(opened.error)
  })
  const all = base.transaction('drafts').objectStore('drafts').getAll()
  const records = await new Promise<{ id: string; half: Uint8Array }[]>(done => {
    all.onsuccess = () => done(all.result)
  })
  const first = base.transaction('rows').objectStore('rows').openCursor()
  const row = await new Promise<{ seq: number; iv: Uint8Array; bytes: Uint8Array }>(done => {
    first.onsuccess = () => done(first.result?.value)
  })
  base.close()
  const [draft, ...others] = records
  if (!draft || others.length > 0) throw new Error(`${records.length} drafts, not one`)
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('drafts')
  const file = await (await folder.getFileHandle(draft.id)).getFile()
  return {
    id: draft.id,
    base: [...draft.half],
    file: [...new Uint8Array(await file.arrayBuffer())],
    row: { seq: row.seq, iv: [...row.iv], bytes: [...row.bytes] },
  }
}

/** The same words and bytes as src/envelope/draft.ts, written again: so a change there that leaks is not repeated here. */
async function derived(id: string, base: Uint8Array, file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const both = new Uint8Array([...base, ...file])
  const secret = await crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveBits'])
  const info = new TextEncoder().encode(`equal-voice draft 1 ${id}`)
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return new Uint8Array(await crypto.subtle.deriveBits(how, secret, 256))
}

/** What somebody needs to open the only draft of a tablet. Throws when there is not exactly one, or it does not open. */
export async function opensDraft(page: Page): Promise<{ base: Sought; file: Sought; key: Sought }> {
  const { id, row, ...read } = await page.evaluate(held)
  const [base, file] = [Uint8Array.from(read.base), Uint8Array.from(read.file)]
  if (base.length !== HALF_SIZE || file.length !== HALF_SIZE) throw new Error('a half of another length')
  const key = await derived(id, base, file)
  const opener = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const [iv, bytes] = [Uint8Array.from(row.iv), Uint8Array.from(row.bytes)]
  await unlockRow(opener, { form: id, seq: row.seq, iv, bytes }, crypto.subtle)
  const name = id.slice(0, 8)
  return {
    base: { [`base half ${name}`]: base },
    file: { [`file half ${name}`]: file },
    key: { [`key ${name}`]: key },
  }
}
