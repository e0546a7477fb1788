// What a store needs of the outside, for tests: halves in memory, and real crypto.

import 'fake-indexeddb/auto'
import type { Bytes } from '../../src/envelope/bytes.ts'
import type { Outside } from '../../src/store/draft.ts'
import type { Halves } from '../../src/store/halves.ts'

/** Halves that die with the test. `log` tells what was asked, `refuse` makes the next asks of that kind fail. */
export function fakeHalves() {
  const held = new Map<string, Bytes>()
  const log: string[] = []
  const refuse = new Set<string>()
  const asked = async <T>(what: string, then: () => T): Promise<T> => {
    log.push(what)
    if (refuse.has(what)) throw new Error(`no ${what} here`)
    return then()
  }
  const halves: Halves = {
    write: (form, half) => asked('write', () => void held.set(form, half.slice())),
    read: form => asked('read', () => held.get(form)?.slice()),
    remove: form => asked('remove', () => void held.delete(form)),
    list: () => asked('list', () => [...held.keys()]),
  }
  return { halves, held, log, refuse }
}

export const outside: Outside = {
  subtle: crypto.subtle,
  random: size => crypto.getRandomValues(new Uint8Array(size)),
  alone: work => work(),
}

let unheard = false

/** Makes the next write commit and then call itself aborted, as a browser that loses its disk's server does. */
export function commitUnheard(): void {
  unheard = true
}

// Put in place before any database opens: Dexie binds what it finds then.
const { transaction } = IDBDatabase.prototype
IDBDatabase.prototype.transaction = function (...how) {
  const begun = transaction.apply(this, how)
  if (!unheard || how[1] !== 'readwrite') return begun
  unheard = false
  const abort = (event: Event) => begun.onabort?.(event)
  Object.defineProperty(begun, 'oncomplete', { set: () => begun.addEventListener('complete', abort) })
  return begun
}

const { put } = IDBObjectStore.prototype
let refuse: (table: string) => void = () => {}

/** What happens before anything is put into a table: what it throws is the disk's refusal. */
export function beforePut(refusing: typeof refuse): void {
  refuse = refusing
}

IDBObjectStore.prototype.put = function (...what) {
  refuse(this.name)
  return put.apply(this, what)
}
