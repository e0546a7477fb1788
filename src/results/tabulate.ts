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

/** Forms by statement and column, and by topic; `base` is the forms behind every one of them, `paper` those on paper. */
export interface Totals {
  readonly base: number
  readonly paper: number
  readonly items: Readonly<Record<string, Readonly<Record<Column, number>>>>
  readonly topics: Readonly<Record<string, number>>
}

/** Takes one form after the other and keeps sums only. */
export interface Tally {
  /** Adds a form, which may have come on paper; one without an answer changes nothing. */
  add(form: Counted, how?: 'on paper'): void
  totals(): Totals
}

/** Whether a form carries an answer; one without says nothing and is not in the base. */
export const carriesAnswer = (form: Counted): boolean =>
  form.given.some(one => one !== null && one !== 'skipped')

/** An empty tally of an instrument's forms. */
export function tally(instrument: Instrument): Tally {
  const rows = instrument.items.map(({ id }) => ({ id, counts: none(), topic: 0 }))
  let base = 0
  let paper = 0
  return {
    add(form, how) {
      if (!carriesAnswer(form)) return
      base += 1
      if (how === 'on paper') paper += 1
      for (const [n, row] of rows.entries()) {
        row.counts[form.given[n] ?? 'unreached'] += 1
        if (form.topics.includes(row.id)) row.topic += 1
      }
    },
    totals: () => ({
      base,
      paper,
      items: Object.fromEntries(rows.map(row => [row.id, { ...row.counts }])),
      topics: Object.fromEntries(rows.map(row => [row.id, row.topic])),
    }),
  }
}

/** The totals of forms that carry an answer. */
export function tabulate(instrument: Instrument, forms: Iterable<Counted>): Totals {
  const sums = tally(instrument)
  for (const form of forms) sums.add(form)
  return sums.totals()
}

const none = (): Record<Column, number> => ({
  'not-at-all': 0,
  sometimes: 0,
  'all-the-time': 0,
  skipped: 0,
  unreached: 0,
})
