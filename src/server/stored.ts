// Reading what lies in a row. What a disk or somebody's hand has spoilt concerns itself alone, not all that lies beside it.

import * as v from 'valibot'

/** A stored value as its schema reads it, or something else where it can't be read. */
export function stored<T, U>(schema: v.GenericSchema<unknown, T>, value: unknown, otherwise: U): T | U {
  const read = v.safeParse(schema, value)
  return read.success ? read.output : otherwise
}

/** What a text says as JSON; undefined where it is none. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
