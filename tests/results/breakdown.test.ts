// What a release says apart of those who were helped, read other words or were read to: of twenty together, or of nobody.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { breakdowns } from '../../src/results/breakdown.ts'
import { howOf, ladder } from '../../src/results/how.ts'
import { release } from '../../src/results/release.ts'
import { addUp, type Counted, tabulate, tally } from '../../src/results/tabulate.ts'

type Filled = Required<Counted>

const ids = evaluation.items.map(item => item.id)
const plain: Filled = {
  given: ids.map(() => 'sometimes'),
  topics: [],
  helper: 'nobody',
  manner: { words: 'standard', aloud: false },
  wording: { id: 'en/original' },
}
const easy: Filled = { ...plain, manner: { words: 'easy', aloud: false }, wording: { id: 'en/easy' } }
const welsh: Filled = { ...plain, wording: { id: 'cy/standard' } }
const helped = (helper: Filled['helper']): Filled => ({ ...plain, helper })
const times = (many: number, form: Filled): Filled[] => Array.from({ length: many }, () => form)
const told = (all: readonly Counted[]) => breakdowns(tabulate(evaluation, all))
const parts = (all: readonly Counted[]) =>
  told(all).map(({ by, parts }) => [by, ...parts.map(({ is, base }) => `${is} ${base}`)])

const person = fc
  .record({
    helper: fc.constantFrom<Filled['helper']>('nobody', 'family', 'staff'),
    words: fc.constantFrom('easy' as const, 'standard' as const),
    aloud: fc.boolean(),
    wording: fc.constantFrom('en/original', 'cy/standard'),
    choice: fc.constantFrom('not-at-all' as const, 'all-the-time' as const, null),
    topics: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
  })
  .map(
    ({ helper, words, aloud, wording, choice, topics }): Filled => ({
      given: ids.map((_, n) => (n === 0 ? 'sometimes' : choice)),
      topics,
      helper,
      manner: { words, aloud },
      wording: { id: wording },
    }),
  )
/** Few kinds of people, many of each, so that there are groups of every size. */
const people = fc
  .array(fc.tuple(person, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 7 })
  .map(all => all.flatMap(([one, many]) => times(many, one)))

/** The parts that a form is in, of everything that is published. */
const placeOf = (form: Filled, all: ReturnType<typeof told>) =>
  all
    .map(({ by, parts }) => {
      const rung = ladder
        .flat()
        .find(one => one.by === by && one.parts.join() === parts.map(p => p.is).join())
      const how = howOf(form)
      return how && rung?.partOf(how)
    })
    .join('|')

describe('breakdowns of a release', () => {
  it('leave twenty forms or more in every group that adding and subtracting can reach', () => {
    fc.assert(
      fc.property(people, all => {
        const found = told(all)
        const atoms = [...Map.groupBy(all, form => placeOf(form, found)).values()]
        expect(atoms).toHaveLength(found.reduce((product, { parts }) => product * parts.length, 1))
        if (found.length > 0) for (const atom of atoms) expect(atom.length).toBeGreaterThanOrEqual(20)
      }),
      { numRuns: 150 },
    )
  })

  it('tell of each part just what its forms say, and all parts add up to the release', () => {
    fc.assert(
      fc.property(people, all => {
        const found = told(all)
        for (const { parts } of found)
          for (const { is, base, items, topics } of parts) {
            const own = tabulate(
              evaluation,
              all.filter(form => placeOf(form, found).split('|').includes(is)),
            )
            expect(base).toBe(own.base)
            for (const { id, cells } of items)
              for (const [column, cell] of Object.entries(cells))
                expect(cell).toEqual({ kind: 'shown', forms: own.items[id]?.[column as 'sometimes'] })
            for (const { id, cell } of topics) expect(cell).toEqual({ kind: 'shown', forms: own.topics[id] })
          }
      }),
      { numRuns: 60 },
    )
  })

  it('are the same in whatever order forms are opened', () => {
    fc.assert(
      fc.property(people, all => {
        expect(told(all.toReversed())).toEqual(told(all))
      }),
      { numRuns: 30 },
    )
  })

  it('look alike whether nobody or nineteen were helped, so that a missing one tells nothing', () => {
    const made = Array.from({ length: 20 }, (_, few) =>
      told([...times(60 - few, plain), ...times(few, helped('peer'))]),
    )
    for (const one of made) expect(one).toEqual([])
    expect(parts([...times(40, plain), ...times(20, helped('peer'))])).toEqual([
      ['supporter', 'nobody or not known 40', 'somebody 20'],
    ])
  })

  it('show staff apart where twenty had them beside them, since answers are read differently then', () => {
    expect(
      parts([
        ...times(30, plain),
        ...times(20, helped('staff')),
        ...times(12, helped('peer')),
        ...times(9, helped('family')),
      ]),
    ).toEqual([['supporter', 'nobody or not known 30', 'staff 20', 'somebody else 21']])
  })

  it('tell languages from easy read where they can, and otherwise only what they can', () => {
    expect(parts([...times(25, plain), ...times(20, welsh), ...times(21, easy)])).toEqual([
      ['wording', 'original 25', 'translated 20', 'easy 21'],
    ])
    expect(parts([...times(25, plain), ...times(19, welsh), ...times(21, easy)])).toEqual([
      ['wording', 'standard 44', 'easy 21'],
    ])
    expect(parts([...times(25, plain), ...times(15, welsh), ...times(8, easy)])).toEqual([
      ['wording', 'original 25', 'others 23'],
    ])
  })

  it('leave the second out where the two together would tell of nineteen', () => {
    const both = (many: number) => [
      ...times(40, plain),
      ...times(30, helped('peer')),
      ...times(30, easy),
      ...times(many, { ...easy, helper: 'peer' }),
    ]
    expect(parts(both(20))).toHaveLength(2)
    expect(parts(both(19))).toEqual([['supporter', 'nobody or not known 70', 'somebody 49']])
    // None at all is fewer than twenty too.
    expect(parts(both(0))).toEqual([['supporter', 'nobody or not known 70', 'somebody 30']])
  })

  it('count only forms that were not typed from paper, because whoever typed those knows them', () => {
    const sums = tally(evaluation)
    for (const form of times(40, helped('peer'))) sums.add(form)
    for (const form of times(19, plain)) sums.add(form)
    for (const form of times(30, plain)) sums.add(form, 'on paper')
    expect(breakdowns(sums.totals())).toEqual([])
    sums.add(plain)
    expect(breakdowns(sums.totals())[0]?.parts.map(({ base }) => base)).toEqual([50, 40])
  })

  it('say of a form on paper neither who helped nor who read it aloud, whatever stands in it: nobody knows', () => {
    const typed: Filled = { ...helped('staff'), manner: { words: 'standard', aloud: true } }
    const heard: Filled = { ...plain, manner: { words: 'standard', aloud: true } }
    expect(howOf(typed, 'on paper')).toEqual({ helper: 'not known', words: 'original', aloud: 'not known' })
    const apart = (all: readonly Filled[], by: string) => {
      const sums = tally(evaluation)
      for (const form of all) sums.add(form)
      sums.add(typed, 'on paper')
      return breakdowns(sums.totals())
        .find(one => one.by === by)
        ?.parts.map(({ is, base }) => `${is} ${base}`)
    }
    expect(
      apart([...times(40, plain), ...times(20, helped('staff')), ...times(20, helped('peer'))], 'supporter'),
    ).toEqual(['nobody or not known 41', 'staff 20', 'somebody else 20'])
    expect(apart([...times(40, plain), ...times(20, heard)], 'aloud')).toEqual([
      'read aloud 20',
      'not read aloud or not known 41',
    ])
  })

  it('are the same breakdowns with paper as without, in parts that add up: the one form on it is not what is left', () => {
    fc.assert(
      fc.property(people, fc.array(person, { minLength: 1, maxLength: 3 }), (all, typed) => {
        const sums = tally(evaluation)
        for (const form of all) sums.add(form)
        for (const form of typed) sums.add(form, 'on paper')
        const found = breakdowns(sums.totals())
        const names = (of: typeof found) => of.map(({ by, parts }) => [by, ...parts.map(({ is }) => is)])
        expect(names(found)).toEqual(names(told(all)))
        for (const { parts } of found)
          expect(parts.reduce((sum, { base }) => sum + base, 0)).toBe(all.length + typed.length)
      }),
      { numRuns: 60 },
    )
  })

  it('are none beside forms of which it is not known how they were filled in', () => {
    const { helper: _, ...unknown } = plain
    expect(told([...times(40, plain), ...times(40, helped('peer'))])).toHaveLength(1)
    expect(told([...times(40, plain), ...times(40, helped('peer')), unknown])).toEqual([])
  })

  it('are absent from a release that has none, as from those of earlier versions', () => {
    const made = (all: readonly Counted[]) => release(evaluation, tabulate(evaluation, all), '2026-03-01', 10)
    expect(made(times(90, plain))).not.toHaveProperty('breakdowns')
    expect(made([...times(40, plain), ...times(20, easy)])?.breakdowns).toHaveLength(1)
  })

  it('come from sums by kind that add up to the sums of all', () => {
    fc.assert(
      fc.property(people, all => {
        const { alike, ...whole } = tabulate(evaluation, all)
        expect(addUp(ids, alike)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })
})
