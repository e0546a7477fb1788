// Opened forms become totals, one after the other, so that no form is ever kept.

import type { Given } from '../form/form.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { type Filled, type How, howOf } from './how.ts'

/** What a form can have for a statement; with these five, every statement's counts add up to the base. */
export type Column = Given | 'unreached'
export const columns: readonly Column[] = ['not-at-all', 'sometimes', 'all-the-time', 'skipped', 'unreached']

/** What counting needs of an opened form: one entry an item in printed order (null: unreached), topics, how it was filled in. */
export interface Counted extends Filled {
  readonly given: readonly (Given | null)[]
  readonly topics: readonly string[]
}

/** Forms by statement and column, and by topic; `base` is the forms behind every one of them, `paper` those on paper. */
export interface Sums {
  readonly base: number
  readonly paper: number
  readonly items: Readonly<Record<string, Readonly<Record<Column, number>>>>
  readonly topics: Readonly<Record<string, number>>
}

/** Sums of those forms alone that were filled in alike; `how` is undefined where it is not known. */
export interface Alike extends Sums {
  readonly how: How | undefined
}

/** The sums of all forms, and of each kind of them: these are in memory only, and what is not published is not kept. */
export interface Totals extends Sums {
  readonly alike: readonly Alike[]
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
  const ids = instrument.items.map(({ id }) => id)
  const kinds = new Map<string, { how: How | undefined; sums: Running }>()
  return {
    add(form, paper) {
      if (!carriesAnswer(form)) return
      const how = howOf(form, paper)
      const name = JSON.stringify(how) ?? ''
      const kind = kinds.get(name) ?? { how, sums: running(ids) }
      kinds.set(name, kind)
      kind.sums.base += 1
      if (paper) kind.sums.paper += 1
      for (const [n, id] of ids.entries()) {
        const row = kind.sums.items[id]
        if (row) row[form.given[n] ?? 'unreached'] += 1
        if (form.topics.includes(id)) kind.sums.topics[id] = (kind.sums.topics[id] ?? 0) + 1
      }
    },
    totals() {
      // In the order of their names, so that it does not say which form was opened first.
      const named = [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1))
      const alike = named.map(([, { how, sums }]) => ({ how, ...addUp(ids, [sums]) }))
      return { ...addUp(ids, alike), alike }
    },
  }
}

/** The totals of forms that carry an answer. */
export function tabulate(instrument: Instrument, forms: Iterable<Counted>): Totals {
  const sums = tally(instrument)
  for (const form of forms) sums.add(form)
  return sums.totals()
}

/** Sums of forms, by the ids of their statements, added up; the parts share no form. */
export function addUp(ids: readonly string[], parts: readonly Sums[]): Sums {
  const whole = running(ids)
  for (const part of parts) {
    whole.base += part.base
    whole.paper += part.paper
    for (const id of ids) {
      const row = whole.items[id]
      for (const column of columns) if (row) row[column] += part.items[id]?.[column] ?? 0
      whole.topics[id] = (whole.topics[id] ?? 0) + (part.topics[id] ?? 0)
    }
  }
  return whole
}

interface Running {
  base: number
  paper: number
  readonly items: Record<string, Record<Column, number>>
  readonly topics: Record<string, number>
}

const running = (ids: readonly string[]): Running => ({
  base: 0,
  paper: 0,
  items: Object.fromEntries(ids.map(id => [id, none()])),
  topics: Object.fromEntries(ids.map(id => [id, 0])),
})

const none = (): Record<Column, number> => ({
  'not-at-all': 0,
  sometimes: 0,
  'all-the-time': 0,
  skipped: 0,
  unreached: 0,
})
