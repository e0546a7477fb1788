// Where an engine has no private files (WebKitGTK), a half has a database to itself: deleting that database
// unlinks its file. Never where files exist: Chromium keeps deleted databases' bytes in a log it shares.

import type { Bytes } from '../envelope/bytes.ts'
import type { Halves } from './halves.ts'

const PREFIX = 'equal-voice-half-'

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function open(form: string): Promise<IDBDatabase> {
  const request = indexedDB.open(PREFIX + form)
  request.onupgradeneeded = () => void request.result.createObjectStore('half')
  return done(request)
}

async function list(): Promise<string[]> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name)
  return names.filter(name => name.startsWith(PREFIX)).map(name => name.slice(PREFIX.length))
}

/** Halves in a database each. Rejects when the disk refuses. */
export function databaseHalves(): Halves {
  return {
    async write(form, half) {
      const database = await open(form)
      try {
        const transaction = database.transaction('half', 'readwrite', { durability: 'strict' })
        const flushed = new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error ?? new Error('the disk refused'))
        })
        transaction.objectStore('half').put(half, 1)
        await flushed
      } finally {
        database.close()
      }
    },
    async read(form) {
      if (!(await list()).includes(form)) return undefined
      const database = await open(form)
      try {
        return (await done(database.transaction('half').objectStore('half').get(1))) as Bytes | undefined
      } finally {
        database.close()
      }
    },
    remove: async form => void (await done(indexedDB.deleteDatabase(PREFIX + form))),
    list,
  }
}
