// Releases of the real engine, of forms that the tests know one by one.

import fc from 'fast-check'
import type { Named, NamedRollUp } from '../../src/exchange/tables.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { type Release, release } from '../../src/results/release.ts'
import { rollUp } from '../../src/results/rollup.ts'
import { type Counted, type Totals, tabulate } from '../../src/results/tabulate.ts'
import { form } from '../results/forms.ts'

const ids = evaluation.items.map(item => item.id)
const given = ['not-at-all', 'sometimes', 'all-the-time', 'skipped', null] as const

/** The release of totals, which are enough. */
export function releaseOf(totals: Totals, due = '2026-03-01'): Release {
  const found = release(evaluation, totals, due, 8)
  if (!found) throw new RangeError('not enough forms')
  return found
}

/** How many forms, told apart so that every breakdown has enough of them or none has. */
export const formsOf = (many: number): Counted[] =>
  Array.from({ length: many }, (_, n) => ({
    given: ids.map((_, item) => (item === 0 ? 'sometimes' : (given[(n * (item + 1)) % 5] ?? null))),
    topics: ids.slice(n % 3, (n % 3) + 2),
    helper: n % 2 ? 'staff' : 'nobody',
    manner: { words: 'standard', aloud: false },
    wording: { id: 'en/original' },
  }))

/** Of ten forms, with bands; of thirty, without; of a hundred and twenty, with a breakdown by who helped. */
export const small = releaseOf(tabulate(evaluation, formsOf(10)))
export const large = releaseOf(tabulate(evaluation, formsOf(30)), '2026-06-01')
export const brokenDown = releaseOf(tabulate(evaluation, formsOf(120)), '2026-09-01')

/** Totals of so many forms as people might send them. */
export const totalsOf = (least: number, most: number): fc.Arbitrary<Totals> =>
  fc.array(form, { minLength: least, maxLength: most }).map(all => tabulate(evaluation, all))

const organisation = 'Northgate Trust'

/** A release with the names of what it is about. */
export const named = (release: Release, id = '5f0c2a52-6c1e-4d43-8f7b-8c9f1f4f9d10'): Named => ({
  id,
  demonstration: false,
  organisation,
  service: 'Acute',
  wards: ['Maple', 'Oak'],
  release,
})

/** Releases of a demonstration, rolled up. */
export const rolledUp = (all: readonly Release[]): NamedRollUp[] =>
  rollUp(all).map(one => ({ demonstration: true, organisation, of: 'Acute', rollUp: one }))
