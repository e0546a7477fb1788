// A thousand organisations over three years, and a reader with everything that is published about them: they find nothing.

import { afterAll, describe, expect, it } from 'vitest'
import { chance } from '../../faults/chance.ts'
import { attack } from './attacker.ts'
import { live, type Organisation } from './organisation.ts'
import { careless, published } from './publish.ts'
import type { Told } from './told.ts'

/** A thousand, a hundred at a time. */
const HUNDREDS = Array.from({ length: 10 }, (_, n) => n + 1)
/** A careless house is soon found out. */
const CARELESS = 40

type Figures = Record<
  | 'organisations'
  | 'releases'
  | 'tables'
  | 'equations'
  | 'hidden'
  | 'groups'
  | 'unsearched'
  | 'small'
  | 'cells'
  | 'presumed'
  | 'narrowed',
  number
>

function attacked(first: number, amount: number, publish: (one: Organisation) => Told[]): Figures {
  const found = Array.from({ length: amount }, (_, n) => {
    const one = live(chance(first + n))
    return { releases: one.batches.length, ...attack(publish(one), one.threshold) }
  })
  const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((so, one) => so + of(one), 0)
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

const say = (what: string, found: Partial<Figures>) => {
  const figures = Object.entries(found).map(([name, figure]) => `${name} ${figure}`)
  process.stdout.write(`the attacker, ${what}: ${figures.join(', ')}\n`)
}

describe('a reader of everything that is published', () => {
  const all: Partial<Figures> = {}
  afterAll(() => say('as published', all))

  it.each(HUNDREDS)(
    'works out no group under the threshold and no hidden figure, of hundred %i of organisations',
    hundred => {
      const found = attacked((hundred - 1) * 100, 100, published)
      for (const [name, figure] of Object.entries(found))
        all[name as keyof Figures] = (all[name as keyof Figures] ?? 0) + figure
      expect(found).toMatchObject({ small: 0, cells: 0, presumed: 0, narrowed: 0, unsearched: 0 })
      // There was something to be found.
      expect(found.releases).toBeGreaterThan(2000)
      expect(found.hidden).toBeGreaterThan(100_000)
    },
    300_000,
  )

  // As many of each as it finds at the least: groups under the threshold, and hidden figures.
  it.each([
    ['roll-ups', 100, 1000],
    ['breakdowns', 100, 1000],
    ['topics', 0, 10],
  ] as const)(
    'works them out where %s are looked at by themselves, so that it is known to bite',
    (of, small, cells) => {
      const found = attacked(0, CARELESS, one => careless(one, of))
      say(`careless of ${of}`, found)
      expect(found.small).toBeGreaterThanOrEqual(small)
      expect(found.cells).toBeGreaterThanOrEqual(cells)
    },
    300_000,
  )
})
