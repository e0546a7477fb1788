import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beside, links } from '../../src/improve/beside.ts'
import { standing, step } from '../../src/improve/readiness.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { readiness } from '../../src/instrument/readiness.ts'
import { type Release, release } from '../../src/results/release.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import { checker, event, questions, say } from './voices.ts'

const given = evaluation.items.map(() => 'sometimes' as const)
const forms = Array.from({ length: 12 }, () => ({ given, topics: [] }))

function published(): Release {
  const found = release(evaluation, tabulate(evaluation, forms), '2026-03-01', 10)
  if (!found) throw new Error('there were not enough forms')
  return found
}

/** Every number in what is given out, at whatever depth. */
const numbers = (thing: unknown): number[] =>
  typeof thing === 'number'
    ? [thing]
    : thing !== null && typeof thing === 'object'
      ? Object.values(thing).flatMap(numbers)
      : []

describe('what a setting says of itself beside what people experience', () => {
  it('is linked by us, and says so: the booklet links nothing', () => {
    expect(links.whose).toBe('Equal Voice')
  })

  it('has a place for every activity and every statement, so that nothing people said is left out', () => {
    expect(Object.keys(links.statements)).toEqual(readiness.activities.map(({ id }) => id))
    const linked = Object.values(links.statements).flat()
    expect([...new Set(linked)].toSorted()).toEqual(evaluation.items.map(({ id }) => id))
  })

  it('shows the release’s own figures, banded where it bands them, and works nothing out', () => {
    const march = published()
    const pairs = beside(checker(say()), march)
    for (const { activity, statements } of pairs) {
      expect(statements.map(({ id }) => id)).toEqual(links.statements[activity.id])
      for (const row of statements) expect(march.items).toContain(row)
    }
    expect(
      pairs
        .flatMap(pair => Object.keys(pair).toSorted().join())
        .every(keys => keys === 'activity,questions,statements'),
    ).toBe(true)
  })

  it('shows no figures of an instrument that was not linked', () => {
    const other = { ...published(), instrument: { id: 'another', version: '1.0' } }
    expect(beside(checker(say()), other).flatMap(({ statements }) => statements)).toEqual([])
    expect(beside(checker(say())).map(({ questions }) => questions.length)).toEqual(Array(7).fill(3))
  })

  it('makes no number of any answer: no total, no share, no level, whatever anybody says', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), events => {
        const now = events.reduce(step, checker())
        const found = questions.map(id => standing(now, id))
        for (const { kind } of found) kinds.add(kind)
        expect(numbers([now, found, beside(now)])).toEqual([])
        const march = published()
        const shown = beside(now, march)
        expect(numbers(shown)).toEqual(numbers(shown.map(({ statements }) => statements)))
      }),
      { numRuns: 300, seed: 7 },
    )
    expect([...kinds].toSorted()).toEqual(['all say', 'nobody has said', 'they differ'])
  })
})
