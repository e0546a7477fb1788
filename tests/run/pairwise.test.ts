import { expect, it } from 'vitest'
import { allPairs, pairsOf, pairwise } from '../fixtures/pairwise.ts'

it('lets every value meet every other, in far fewer cases than all together', () => {
  const factors = {
    screen: ['a', 'b', 'c', 'd', 'e'],
    language: ['x', 'y', 'z'],
    size: ['1', '2', '3'],
    calm: ['no', 'yes'],
  }
  const cases = pairwise(factors)
  const met = new Set(cases.flatMap(pairsOf))
  expect([...allPairs(factors)].filter(pair => !met.has(pair))).toEqual([])
  expect(cases.length).toBeLessThan(25)
})
