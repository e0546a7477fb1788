// The tablet's one database. Every write is flushed before it counts, and a database that the system
// closes under the page (iOS does) is opened again. Nothing here ever deletes it.

import { Dexie, type Table } from 'dexie'
import type { SealedRow } from '../envelope/draft.ts'
import type { DraftRecord, Entry, Setting, Withdrawal } from './records.ts'

/** The tables, and the one way to use them. */
export interface Database {
  readonly drafts: Table<DraftRecord, string>
  readonly rows: Table<SealedRow, [string, number]>
  readonly outbox: Table<Entry, string>
  readonly settings: Table<Setting, string>
  readonly withdrawals: Table<Withdrawal, string>
  /**
   * Runs the work as one transaction over every table and resolves after it is flushed to disk. The work may run
   * twice when the database is closed meanwhile, so it must find its own traces harmless. Rejects as Dexie does.
   */
  write<T>(work: () => Promise<T>): Promise<T>
  /** Runs the reads; a second time when the database is closed meanwhile. */
  read<T>(work: () => PromiseLike<T>): Promise<T>
  /**
   * The same over drafts and rows alone, past Dexie's own way through a transaction: for the one write that a person waits
   * for at every tap. `work` asks for all that it needs at once, and later calls `end`; with a reason, nothing of it stays.
   */
  tap(
    work: (drafts: IDBObjectStore, rows: IDBObjectStore, end: (why?: unknown) => void) => void,
  ): Promise<void>
  /** Closes it until it is next used. For tests, and for a page that goes away. */
  close(): void
}

/** What a browser says when it has closed the database or lost its server. */
const lost = /^(DatabaseClosed|InvalidState|Unknown|Abort|TransactionInactive)Error$/

/** The database of this tablet; it opens at its first use. */
export function openDatabase(name = 'equal-voice'): Database {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' })
  dexie.version(1).stores({ drafts: 'id', rows: '[form+seq]', outbox: 'digest, state', settings: 'name' })
  dexie.version(2).stores({ withdrawals: 'slip, state' })

  async function twice<T>(work: () => PromiseLike<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error) || !lost.test(error.name)) throw error
      dexie.close({ disableAutoOpen: false })
      return work()
    }
  }

  return {
    drafts: dexie.table('drafts'),
    rows: dexie.table('rows'),
    outbox: dexie.table('outbox'),
    settings: dexie.table('settings'),
    withdrawals: dexie.table('withdrawals'),
    write: work => twice(() => dexie.transaction('rw', dexie.tables, work)),
    read: twice,
    tap: work =>
      twice(async () => {
        if (!dexie.isOpen()) await dexie.open()
        await new Promise<void>((done, refuse) => {
          const both = dexie
            .backendDB()
            .transaction(['drafts', 'rows'], 'readwrite', { durability: 'strict' })
          let reason: unknown
          const end = (why?: unknown) => {
            reason = why
            if (why) both.abort()
            else both.commit()
          }
          both.oncomplete = () => done()
          // A browser that closes the database under a page need not say why.
          both.onabort = () => refuse(reason ?? both.error ?? new DOMException('', 'AbortError'))
          try {
            work(both.objectStore('drafts'), both.objectStore('rows'), end)
          } catch (error) {
            end(error)
          }
        })
      }),
    close: () => dexie.close({ disableAutoOpen: false }),
  }
}
