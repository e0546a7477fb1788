// Contenders take turns, A B C A B C, so that whatever else the machine does falls on all of them alike.

import { type Spread, spread } from './figures.ts'

/** What one turn of a contender measured, by the name of the figure. */
export type Sample = Readonly<Record<string, number>>

/** Rounds without which there is no spread. */
const LEAST = 2

/**
 * Measures each contender once a round; the samples of each in the order of the rounds. The first rounds may be thrown away.
 * A slow machine takes fewer: after so many minutes no further round begins.
 */
export async function inTurn<Name extends string>(
  contenders: Readonly<Record<Name, (round: number) => Promise<Sample>>>,
  rounds: number,
  warm = 0,
  minutes = Number.POSITIVE_INFINITY,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(contenders) as Name[]
  const all = Object.fromEntries(names.map(name => [name, [] as Sample[]])) as Record<Name, Sample[]>
  const ends = performance.now() + minutes * 60_000
  for (let round = -warm; round < rounds; round++) {
    if (round >= LEAST && performance.now() > ends) break
    for (const name of names) {
      const sample = await contenders[name](round)
      if (round >= 0) all[name].push(sample)
    }
  }
  return all
}

/** The spread of one figure over a contender's samples; undefined where it has none of that name. */
export function over(samples: readonly Sample[], figure: string): Spread | undefined {
  const found = samples.flatMap(sample => sample[figure] ?? [])
  return found.length === 0 ? undefined : spread(found)
}
