// The private halves that a count needs, each brought once.

import type { House } from '../house.ts'
import { privateKey } from '../keyfiles.ts'
import { native } from './native.ts'

/** A private key that is not here. Its envelopes are whole, so the count waits for the key; nothing is put aside. */
export class KeyMissing extends Error {
  override name = 'KeyMissing'
  readonly key: string

  constructor(key: string) {
    super('a private key is not here')
    this.key = key
  }
}

/** Gives the private half of each of some keys, by its id. Throws KeyMissing. */
export function halvesOf(house: House): (keys: Iterable<string>) => Record<string, JsonWebKey> {
  const known = new Map<string, JsonWebKey>()
  const half = (key: string) => {
    const found = known.get(key) ?? bring(house, key)
    known.set(key, found)
    return found
  }
  return keys => Object.fromEntries([...new Set(keys)].map(key => [key, half(key)]))
}

function bring(house: House, key: string): JsonWebKey {
  const found = privateKey(house, key)
  try {
    // A half that opens nothing is as good as none, and may come back from its backup.
    if (found && native(found)) return found
  } catch {}
  throw new KeyMissing(key)
}
