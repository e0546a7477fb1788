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
    close: () => dexie.close({ disableAutoOpen: false }),
  }
}
