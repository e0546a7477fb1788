// A service, an organisation, any wards, a quarter, a year, all time: releases added up, and nothing else added up ever.
//
// A roll-up is a pure function of releases that everybody may see already, so it can tell nothing that they do not tell.
// Wards that open, close or move, late forms and those taken back need no care: whatever is in no release is in no roll-up.

import type { Choice } from '../instrument/instrument.ts'
import { openIn, plus, type Sum, sumOf } from './adding.ts'
import type { Breakdown } from './breakdown.ts'
import { type Figure, fewColumns } from './distribution.ts'
import { partName } from './how.ts'
import type { Release } from './release.ts'
import { atOnce, type Steps } from './steps.ts'
import type { Range } from './suppress.ts'
import { columns } from './tabulate.ts'

/** A figure of several releases: exact where each of them shows it, and otherwise what they leave open, never one value. */
export type Rolled =
  | { readonly kind: 'shown'; readonly forms: number }
  | ({ readonly kind: 'between' } & Range)

/** A statement's figures by the columns of its roll-up. */
type RolledCells = Readonly<Record<Choice, Rolled>> &
  Readonly<Partial<Record<Exclude<Figure, Choice>, Rolled>>>

/** Distributions added up. */
export interface RolledDistribution {
  readonly base: number
  readonly columns: readonly Figure[]
  readonly items: readonly { readonly id: string; readonly cells: RolledCells }[]
  readonly topics: readonly { readonly id: string; readonly cell: Rolled }[]
}

/** Releases of one version of an instrument, added up; `first` and `last` are the earliest and the latest of their days. */
export interface RollUp extends RolledDistribution {
  readonly instrument: Release['instrument']
  readonly releases: number
  readonly first: string
  readonly last: string
  /** Those that each of the releases has, in the same parts. */
  readonly breakdowns: readonly {
    readonly by: Breakdown['by']
    readonly parts: readonly ({ readonly is: string } & Omit<RolledDistribution, 'columns'>)[]
  }[]
}

/** Releases of one version, added up as far as they were given: whoever has two such sums has the sum of both. */
export interface Adding {
  readonly instrument: Release['instrument']
  readonly releases: number
  readonly first: string
  readonly last: string
  readonly whole: Sum
  /** Those that each of them has so far; `parts` are named as in all of them. */
  readonly breakdowns: readonly {
    readonly by: Breakdown['by']
    readonly parts: readonly { readonly is: string; readonly sum: Sum }[]
  }[]
}

/** The sum of one release. */
export const addingOf = (release: Release): Adding => ({
  instrument: release.instrument,
  releases: 1,
  first: release.due,
  last: release.due,
  whole: sumOf(release),
  breakdowns: (release.breakdowns ?? []).map(({ by, parts }) => ({
    by,
    parts: parts.map(part => ({
      is: partName(part.is),
      sum: sumOf({ ...part, columns: release.columns }),
    })),
  })),
})

/** Two sums of one version as one. */
export const added = (one: Adding, by: Adding): Adding => ({
  instrument: one.instrument,
  releases: one.releases + by.releases,
  first: [one.first, by.first].toSorted()[0] ?? '',
  last: [one.last, by.last].toSorted()[1] ?? '',
  whole: plus(one.whole, by.whole),
  breakdowns: one.breakdowns.flatMap(own => {
    // A breakdown that one has not, or not in the same parts, is none of both.
    const theirs = by.breakdowns.find(other => other.by === own.by && names(other) === names(own))
    const add = ({ is, sum }: { is: string; sum: Sum }, n: number) => {
      const other = theirs?.parts[n]?.sum
      return { is, sum: other ? plus(sum, other) : sum }
    }
    return theirs ? [{ by: own.by, parts: own.parts.map(add) }] : []
  }),
})

const names = ({ parts }: Adding['breakdowns'][number]): string => parts.map(({ is }) => is).join()

/** What a release was asked alike with: nothing else is added to it. */
export const alikeWith = ({ instrument }: Pick<Release, 'instrument'>): string =>
  JSON.stringify([instrument.id, instrument.version])

/**
 * Adds releases up, each of which is given once and is not held: a roll-up for every version of an instrument, since what was
 * not asked alike is not added up. There is no other way to a figure of more than one release.
 */
export const rollUp = (releases: readonly Release[]): readonly RollUp[] => atOnce(rollingUp(releases))

/** Releases from one step to the next. */
const STEP = 20

/** The same in steps: thousands of releases take a while. */
export function* rollingUp(releases: readonly Release[]): Steps<readonly RollUp[]> {
  const sums = new Map<string, Adding>()
  for (const [n, release] of releases.entries()) {
    if (n % STEP === STEP - 1) yield
    const name = alikeWith(release)
    const [before, one] = [sums.get(name), addingOf(release)]
    sums.set(name, before ? added(before, one) : one)
  }
  return [...sums.values()].map(rolledUp)
}

/** A sum as it may be seen. */
export function rolledUp({ instrument, releases, first, last, whole, breakdowns }: Adding): RollUp {
  return {
    instrument,
    releases,
    first,
    last,
    ...told(whole),
    breakdowns: breakdowns.map(({ by, parts }) => ({
      by,
      parts: parts.map(({ is, sum }) => {
        const { columns: _, ...part } = told(sum)
        return { is, ...part }
      }),
    })),
  }
}

function told({ base, items, topics, few, full, wishes }: Sum): RolledDistribution {
  const [sums, own] = full ? [full, columns] : [few, fewColumns]
  return {
    base,
    columns: own,
    items: items.map((id, n) => {
      const cells = own.map((column, at) => [column, rolled(openIn(sums, n * own.length + at))])
      return { id, cells: Object.fromEntries(cells) as RolledCells }
    }),
    topics: topics.map((id, n) => ({ id, cell: rolled(openIn(wishes, n)) })),
  }
}

function rolled({ least, most }: Range): Rolled {
  return least === most ? { kind: 'shown', forms: least } : { kind: 'between', least, most }
}
