// Chance that can be had again: the same seed gives the same moments.

export interface Chance {
  /** A number from 0 up to, and without, 1. */
  next(): number
  /** A whole number from 0 up to, and without, `n`. */
  below(n: number): number
  /** Whether something happens that happens so often (0 to 1). */
  often(share: number): boolean
  /** One of the things. Throws where there are none. */
  one<T>(things: readonly T[]): T
  shuffled<T>(things: readonly T[]): T[]
}

/** A generator by its seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    often: share => next() < share,
    one(things) {
      const thing = things[below(things.length)]
      if (thing === undefined) throw new RangeError('nothing to choose from')
      return thing
    },
    shuffled(things) {
      const left = [...things]
      return things.flatMap(() => left.splice(below(left.length), 1))
    },
  }
}
