// What a ward, a service or an organisation shows of its releases together. Made of releases that everybody may see.

import type { History } from '../results/history.ts'

/** What results are of. */
export type ResultsOf = 'organisation' | 'service' | 'ward'

/** A ward as it is listed: how many releases there are of it, and the day of the last one; null before the first. */
export interface ListedWard {
  readonly id: string
  readonly name: string
  readonly releases: number
  readonly last: string | null
}

/** A service with its wards. */
export interface ListedService {
  readonly id: string
  readonly name: string
  readonly wards: readonly ListedWard[]
}

/** Results of a place. The services and wards are what lies within it and around it, by their names and by nothing else. */
export interface ResultsReply {
  readonly of: ResultsOf
  readonly name: string
  readonly services: readonly ListedService[]
  /** The names of wards whose forms are counted together with a ward's in some of these releases. */
  readonly together: readonly string[]
  /** Those of its releases that can be read one by one, by their days; none for more than one ward. */
  readonly releases: readonly { readonly id: string; readonly day: string }[]
  readonly histories: readonly History[]
}
