// Releases over time: what may be seen of each day, and nothing that its releases do not say.

import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import {
  type Followed,
  following,
  type History,
  histories,
  historiesOf,
  together,
  unfollowed,
} from '../../src/results/history.ts'
import type { Release } from '../../src/results/release.ts'
import { release } from '../../src/results/release.ts'
import { rollUp } from '../../src/results/rollup.ts'
import { atOnce } from '../../src/results/steps.ts'
import { tabulate } from '../../src/results/tabulate.ts'

const given = ['not-at-all', 'sometimes', 'all-the-time'] as const

/** A release of so many forms on a day; `lean` moves what they say. */
function releaseOn(due: string, base: number, lean = 0): Release {
  const forms = Array.from({ length: base }, (_, n) => ({
    given: evaluation.items.map((_, item) => given[(n + item * (n % 2) + (n < lean ? 1 : 0)) % 3] ?? null),
    topics: [],
  }))
  const made = release(evaluation, tabulate(evaluation, forms), due, 8)
  if (!made) throw new Error('too few forms')
  return made
}

/** Everybody but nobody: one answer of ten forms, so that it is banded. */
const alike = release(
  evaluation,
  tabulate(evaluation, Array(10).fill({ given: evaluation.items.map(() => 'sometimes'), topics: [] })),
  '2026-03-01',
  8,
)

const only = (all: readonly History[]): History => {
  const [one] = all
  if (!one || all.length > 1) throw new Error(`${all.length} histories`)
  return one
}

describe('a history', () => {
  it('has a place for each day, and says of a day without a release why there is none', () => {
    const made = only(
      histories(
        [releaseOn('2026-03-01', 30), releaseOn('2026-01-01', 24)],
        [
          { day: '2026-02-01', is: 'not enough' },
          { day: '2026-04-01', is: 'held' },
        ],
      ),
    )
    expect(made.days).toEqual([
      { day: '2026-01-01', is: 'released', releases: 1, base: 24 },
      { day: '2026-02-01', is: 'not enough' },
      { day: '2026-03-01', is: 'released', releases: 1, base: 30 },
      { day: '2026-04-01', is: 'held' },
    ])
    for (const { told } of made.series)
      for (const along of Object.values(told)) {
        expect([along[1], along[3]]).toEqual([null, null])
        expect([along[0], along[2]].every(one => typeof one === 'number')).toBe(true)
      }
  })

  it('has no figure where a release has none, so that a chart can’t draw what a table hides', () => {
    if (!alike) throw new Error('no release')
    const made = only(histories([alike]))
    expect(made.series[0]?.told).toEqual({
      'not-at-all': ['banded'],
      sometimes: ['banded'],
      'all-the-time': ['banded'],
    })
  })

  it('adds releases of one day up by the one engine, and has no figure where that has none', () => {
    if (!alike) throw new Error('no release')
    const own = [alike, releaseOn('2026-03-01', 30)]
    const made = only(histories(own))
    const [sum] = rollUp(own)
    expect(made.days).toEqual([{ day: '2026-03-01', is: 'released', releases: 2, base: 40 }])
    expect(made.series.map(one => one.told['not-at-all'])).toEqual(
      sum?.items.map(({ cells }) =>
        cells['not-at-all'].kind === 'shown' ? [cells['not-at-all'].forms] : ['banded'],
      ),
    )
  })

  it('sums all releases and each of several years, the newest first, and nothing by another reckoning', () => {
    const old = releaseOn('2025-12-01', 24)
    const young = [releaseOn('2026-01-01', 20), releaseOn('2026-02-01', 22)]
    const made = only(histories([old, ...young]))
    expect(made.sums).toEqual([
      { year: null, sum: rollUp([old, ...young])[0] },
      { year: '2026', sum: rollUp(young)[0] },
      { year: '2025', sum: rollUp([old])[0] },
    ])
    expect(only(histories(young)).sums.map(one => one.year)).toEqual([null])
  })

  it('never mixes versions of the statements: what was not asked alike has a history of its own', () => {
    const old = releaseOn('2025-12-01', 24)
    const young = { ...releaseOn('2026-02-01', 22), instrument: { ...old.instrument, version: '9' } }
    const made = histories([old, young], [{ day: '2026-01-01', is: 'not enough' }])
    expect(made.map(one => [one.instrument.version, one.days.map(({ day }) => day)])).toEqual([
      ['9', ['2026-02-01']],
      [old.instrument.version, ['2025-12-01', '2026-01-01']],
    ])
  })

  it('comes to the same in whatever parts its releases were followed, so that nobody has to read them twice', () => {
    if (!alike) throw new Error('no release')
    const own = [
      alike,
      releaseOn('2026-03-01', 30),
      releaseOn('2025-12-01', 24, 9),
      releaseOn('2026-04-01', 12),
    ]
    const missed = [{ day: '2026-02-01', is: 'held' }] as const
    const follow = (before: Followed, of: readonly Release[]) => atOnce(following(before, of))
    const first = follow(unfollowed, own.slice(0, 1))
    const later = [follow(first, own.slice(1, 3)), follow(unfollowed, own.slice(3))]
    expect(historiesOf(together(later), missed)).toEqual(histories(own, missed))
    // And what was followed before is as it was.
    expect(historiesOf(first, [])).toEqual(histories([alike]))
  })

  it('is none before the first release', () => {
    expect(histories([], [{ day: '2026-01-01', is: 'not enough' }])).toEqual([])
  })
})
