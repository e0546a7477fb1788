import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closed } from '../../src/improve/closed.ts'

const since = '2026-03-01'

describe('a box that stays closed', () => {
  it('says nothing for three months, and then that nobody has read it', () => {
    expect(closed({ since }, '2026-05-31')).toEqual({ kind: 'waiting' })
    expect(closed({ since }, '2026-06-01')).toEqual({ kind: 'to be told' })
  })

  it('says from which day it will be erased, and is erased after twelve months', () => {
    const box = { since, told: '2026-06-01' }
    expect(closed(box, '2027-02-28')).toEqual({ kind: 'told', told: '2026-06-01', erased: '2027-03-01' })
    expect(closed(box, '2027-03-01')).toEqual({ kind: 'to be erased', told: '2026-06-01' })
  })

  it('is not erased before people were told of it for nine months, however long the server slept', () => {
    expect(closed({ since }, '2028-01-01')).toEqual({ kind: 'to be told' })
    expect(closed({ since, told: '2028-01-01' }, '2028-01-02')).toMatchObject({ erased: '2028-10-01' })
  })

  it('is told of anew when what was told was of an earlier box, or of a clock that had jumped', () => {
    expect(closed({ since, told: '2025-06-01' }, '2026-06-01')).toEqual({ kind: 'to be told' })
    expect(closed({ since, told: '2039-01-01' }, '2026-06-02')).toEqual({ kind: 'to be told' })
  })

  it('is erased only a year after it closed and nine months after it was told, on any days', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map(n => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
    let erased = 0
    fc.assert(
      fc.property(day, day, day, (first, told, today) => {
        const { kind } = closed({ since: first, told }, today)
        if (kind === 'waiting') expect(days(first, today)).toBeLessThan(93)
        if (kind !== 'to be erased') return
        erased += 1
        expect(days(first, today)).toBeGreaterThanOrEqual(365)
        expect(days(told, today)).toBeGreaterThanOrEqual(272)
      }),
      { numRuns: 3000, seed: 6 },
    )
    expect(erased).toBeGreaterThan(100)
  })
})
