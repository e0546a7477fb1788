// Figures that a bench says are what it measured: a wrong median would flatter us, and nobody would notice.

import { describe, expect, it } from 'vitest'
import { isReached } from '../bench/harness/bench.ts'
import { exactly, isNoisy, percentile, slope, spread } from '../bench/harness/figures.ts'
import { sectionsIn } from '../bench/harness/page.ts'
import { inTurn, over } from '../bench/harness/rounds.ts'
import { digits, growthsOf, reportOf, tableOf } from '../bench/harness/said.ts'

describe('whoever reads a figure of the bench', () => {
  it('reads the median of what was measured, and half of it between the quartiles', () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4, n: 5 })
    expect(percentile([10, 20], 0.95)).toBeCloseTo(19.5)
    expect(() => percentile([], 0.5)).toThrow(RangeError)
  })

  it('is told where it was too noisy to be believed, and never of what was counted', () => {
    expect(isNoisy(spread([10, 10, 11, 12, 13]))).toBe(false)
    expect(isNoisy(spread([10, 10, 20, 30, 40]))).toBe(true)
    expect(isNoisy(exactly(7))).toBe(false)
  })

  it('reads a slope of one for work in proportion, and none for work that costs the same', () => {
    const grown = (took: (work: number) => number) =>
      slope([20, 200, 2000].map(work => ({ work, took: took(work) })))
    expect(grown(work => work * 3)).toBeCloseTo(1)
    expect(grown(() => 40)).toBeCloseTo(0)
    expect(grown(work => work ** 2)).toBeCloseTo(2)
  })

  it('knows that contenders took turns, so that a busy machine was busy for all of them', async () => {
    const said: string[] = []
    const one = (name: string) => async (round: number) => {
      said.push(`${name}${round}`)
      return { took: round }
    }
    const all = await inTurn({ a: one('a'), b: one('b') }, 2, 1)
    expect(said).toEqual(['a-1', 'b-1', 'a0', 'b0', 'a1', 'b1'])
    expect(over(all.a, 'took')).toMatchObject({ median: 0.5, n: 2 })
    expect(over(all.a, 'nothing')).toBeUndefined()
  })

  it('sees each figure beside the base it is measured against', () => {
    const said = tableOf({
      title: 'Sent',
      to: 'floor',
      columns: [{ name: 'took', unit: 'ms' }],
      rows: [
        { name: 'floor', figures: [exactly(20)] },
        { name: 'ours', figures: [spread([29, 30, 31])] },
        { name: 'none', figures: [undefined] },
      ],
    })
    expect(said).toContain('| floor | 20 |')
    expect(said).toContain('| ours | 30 (29.5 to 30.5), 1.50× |')
    expect(said).toContain('| none |  |')
  })

  it('is told plainly what was not reached', () => {
    const reach = { says: 'bytes', found: 1.3, is: 'at most', limit: 1.2 } as const
    expect(isReached(reach)).toBe(false)
    expect(isReached({ ...reach, is: 'at least' })).toBe(true)
    expect(reportOf({ tables: [], reaches: [reach], learned: [] })).toBe(
      '- **not reached**: bytes: 1.30, at most 1.20',
    )
  })

  it('reads as many digits as mean something', () => {
    expect([1234.5, 56.78, 1.234, 0.04567, 3].map(digits)).toEqual(['1,235', '56.8', '1.23', '0.046', '3'])
  })

  it('finds it in the page where it belongs, and what people wrote around it as it was', () => {
    const page = 'before <!-- tap -->old<!-- /tap --> after'
    expect(sectionsIn(page, { tap: 'new' })).toBe('before <!-- tap -->\n\nnew\n\n<!-- /tap --> after')
    expect(() => sectionsIn(page, { send: 'new' })).toThrow('no place')
  })

  it('reads how each bench grew', () => {
    const points = [1, 10, 100].map(work => ({ work, took: work * 2 }))
    expect(growthsOf({ tap: { of: 'taps', unit: 'ms', points } })).toContain(
      '| tap | taps | 1: 2 ms, 10: 20 ms, 100: 200 ms | 1.00 |',
    )
  })
})
