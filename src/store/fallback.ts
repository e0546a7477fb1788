// Where an engine has no private files (WebKitGTK), a half has a database to itself: deleting that database
// unlinks its file. Never where files exist: Chromium keeps deleted databases' bytes in a log it shares.

import { Dexie, type Table } from 'dexie'
import type { Bytes } from '../envelope/bytes.ts'
import type { Halves } from './halves.ts'

const PREFIX = 'equal-voice-half-'

async function within<T>(form: string, work: (half: Table<Bytes, number>) => PromiseLike<T>): Promise<T> {
  const database = new Dexie(PREFIX + form, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ half: '' })
  try {
    return await work(database.table('half'))
  } finally {
    database.close()
  }
}

async function list(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames()
  return names.filter(name => name.startsWith(PREFIX)).map(name => name.slice(PREFIX.length))
}

/** Halves in a database each. Rejects when the disk refuses. */
export function databaseHalves(): Halves {
  return {
    write: async (form, half) => void (await within(form, table => table.put(half, 1))),
    read: async form => ((await list()).includes(form) ? within(form, table => table.get(1)) : undefined),
    remove: form => Dexie.delete(PREFIX + form),
    list,
  }
}
