// Opened forms become totals, one after the other, so that no form is ever kept.

import type { Given } from '../form/form.ts'
import type { Instrument } from '../instrument/instrument.ts'

/** What a form can have for a statement; with these five, every statement's counts add up to the base. */
export type Column = Given | 'unreached'
export const columns: readonly Column[] = ['not-at-all', 'sometimes', 'all-the-time', 'skipped', 'unreached']

/** What counting needs of an opened form: one entry an item in printed order (null: unreached), and the topics. */
export interface Counted {
  readonly given: readonly (Given | null)[]
  readonly topics: readonly string[]
}

/** Forms by statement and column, and by topic; `base` is the forms behind every one of them. */
export interface Totals {
  readonly base: number
  readonly items: Readonly<Record<string, Readonly<Record<Column, number>>>>
  readonly topics: Readonly<Record<string, number>>
}

/** Whether a form carries an answer; one without says nothing and is not in the base. */
export const carriesAnswer = (form: Counted): boolean =>
  form.given.some(one => one !== null && one !== 'skipped')

/** The totals of forms that carry an answer. */
export function tabulate(instrument: Instrument, forms: Iterable<Counted>): Totals {
  const items = instrument.items.map(() => ({
    'not-at-all': 0,
    sometimes: 0,
    'all-the-time': 0,
    skipped: 0,
    unreached: 0,
  }))
  const topics: Record<string, number> = Object.fromEntries(instrument.items.map(item => [item.id, 0]))
  let base = 0
  for (const form of forms) {
    if (!carriesAnswer(form)) continue
    base += 1
    for (const [n, counts] of items.entries()) counts[form.given[n] ?? 'unreached'] += 1
    for (const topic of form.topics) topics[topic] = (topics[topic] ?? 0) + 1
  }
  return {
    base,
    items: Object.fromEntries(instrument.items.map((item, n) => [item.id, items[n] ?? never()])),
    topics,
  }
}

function never(): never {
  throw new Error('an item without counts')
}
