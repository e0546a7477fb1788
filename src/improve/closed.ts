// A box that stays closed: after three months people are told that nobody has read it, after twelve it is erased.
//
// Nothing is erased of which nobody was told nine months before: a server that slept through the day of telling tells first.

import { monthsAfter } from './days.ts'

/** Days: since when a box has had forms in it that nobody has counted; when tablets and advocate were told, if they were. */
export interface Box {
  readonly since: string
  readonly told?: string
}

/**
 * `waiting`: nothing to say yet. `to be told`: tablets and advocate are to be told now. `told`: they have been, and it is erased
 * from the day `erased` on. `to be erased`: its envelopes are to be erased now, and that is to be said.
 */
export type Closed =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'to be told' }
  | { readonly kind: 'told'; readonly told: string; readonly erased: string }
  | { readonly kind: 'to be erased'; readonly told: string }

/** Months after which it is told, and erased. */
const TOLD = 3
const ERASED = 12

/** What is due today for a box that has stayed closed. Having been told on a day to come is the word of a clock that jumped. */
export function closed({ since, told }: Box, today: string): Closed {
  if (today < monthsAfter(since, TOLD)) return { kind: 'waiting' }
  if (told === undefined || told < since || told > today) return { kind: 'to be told' }
  const [erased = ''] = [monthsAfter(since, ERASED), monthsAfter(told, ERASED - TOLD)].toSorted().reverse()
  return today < erased ? { kind: 'told', told, erased } : { kind: 'to be erased', told }
}
