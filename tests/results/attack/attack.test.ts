// A thousand organisations over three years, and a reader with everything that is published about them: they find nothing.

import { describe, expect, it } from 'vitest'
import { chance } from '../../faults/chance.ts'
import { attack, type Found } from './attacker.ts'
import { live, type Organisation } from './organisation.ts'
import { careless, published } from './publish.ts'
import type { Told } from './told.ts'

const ORGANISATIONS = 1000
/** A careless house is soon found out. */
const CARELESS = 40

function attacked(amount: number, publish: (one: Organisation) => Told[]) {
  const found = Array.from({ length: amount }, (_, n) => {
    const one = live(chance(n))
    return { releases: one.batches.length, ...attack(publish(one), one.threshold) }
  })
  const sum = (of: (one: Found & { releases: number }) => number) =>
    found.reduce((so, one) => so + of(one), 0)
  return {
    organisations: amount,
    releases: sum(one => one.releases),
    tables: sum(one => one.tables),
    equations: sum(one => one.equations),
    hidden: sum(one => one.hidden),
    groups: sum(one => one.groups),
    unsearched: sum(one => (one.whole ? 0 : 1)),
    small: sum(one => one.small.length),
    cells: sum(one => one.cells.length),
    presumed: sum(one => one.presumed.length),
    narrowed: sum(one => one.narrowed),
  }
}

const say = (what: string, found: object) => {
  const figures = Object.entries(found).map(([name, figure]) => `${name} ${figure}`)
  process.stdout.write(`the attacker, ${what}: ${figures.join(', ')}\n`)
}

describe('a reader of everything that is published', () => {
  it('works out no group under the threshold and no hidden figure, of a thousand organisations', () => {
    const found = attacked(ORGANISATIONS, published)
    say('as published', found)
    expect(found).toMatchObject({ small: 0, cells: 0, presumed: 0, narrowed: 0, unsearched: 0 })
    // There was something to be found.
    expect(found.releases).toBeGreaterThan(20 * ORGANISATIONS)
    expect(found.hidden).toBeGreaterThan(1000 * ORGANISATIONS)
  }, 300_000)

  // As many of each as it finds at the least: groups under the threshold, and hidden figures.
  it.each([
    ['roll-ups', 100, 1000],
    ['breakdowns', 100, 1000],
    ['topics', 0, 10],
  ] as const)(
    'works them out where %s are looked at by themselves, so that it is known to bite',
    (of, small, cells) => {
      const found = attacked(CARELESS, one => careless(one, of))
      say(`careless of ${of}`, found)
      expect(found.small).toBeGreaterThanOrEqual(small)
      expect(found.cells).toBeGreaterThanOrEqual(cells)
    },
    300_000,
  )
})
