// Many rows in a few questions: no database takes any number of values in one.

import { setImmediate } from 'node:timers/promises'

/** Rows that one question takes. */
export const CHUNK = 200

/** All of them, so many at a time. */
export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK)
}

/** Asks for so many at a time, with a pause after each: SQLite answers at once, and nobody else would have a turn. */
export async function inChunks<T>(all: readonly T[], ask: (some: T[]) => Promise<void>): Promise<void> {
  for (const some of chunks(all)) {
    await ask(some)
    if (all.length > CHUNK) await setImmediate()
  }
}
