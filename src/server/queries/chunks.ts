// Many rows in a few questions: no database takes any number of values in one.

/** Rows that one question takes. */
export const CHUNK = 200

/** All of them, so many at a time. */
export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK)
}
