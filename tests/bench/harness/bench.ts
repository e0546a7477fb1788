// What a bench is: contenders measured in turn within one run, what came of each, and what was to be reached.

import type { Spread } from './figures.ts'

/** How much is measured: `quick` is for whoever writes a bench, and its figures are worth nothing. */
export interface Run {
  readonly quick: boolean
  /** Says a line while it goes on. */
  say(line: string): void
}

/** A table: one row a contender, one column a figure. */
export interface Table {
  readonly title: string
  /** The contender to whose median the others' are put in proportion. */
  readonly to: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  readonly name: string
  /** Such as ms, kB, a second. */
  readonly unit: string
}

export interface Row {
  readonly name: string
  /** In the order of the columns; undefined where there is nothing to measure. */
  readonly figures: readonly (Spread | undefined)[]
}

/** What was to be reached: a ratio of two medians of this run, at most or at least so large. */
export interface Reach {
  readonly says: string
  readonly found: number
  readonly is: 'at most' | 'at least'
  readonly limit: number
}

/** What came of a bench. `learned` are sentences that were true in this run, with its figures. */
export interface Report {
  readonly tables: readonly Table[]
  readonly reaches: readonly Reach[]
  readonly learned: readonly string[]
}

/** The same work once, ten and a hundred times: what it took at each. */
export interface Growth {
  /** Of what there is more, such as "envelopes in one sending". */
  readonly of: string
  readonly unit: string
  readonly points: readonly { readonly work: number; readonly took: number }[]
}

export interface Bench {
  readonly name: string
  /** Why anybody should care, in a sentence. */
  readonly why: string
  /** What sets the limit now, in a sentence. */
  readonly limit: string
  run(run: Run): Promise<Report>
  grow(run: Run): Promise<Growth>
}

/** Whether it was reached. */
export const isReached = ({ found, is, limit }: Reach): boolean =>
  is === 'at most' ? found <= limit : found >= limit
