// Releases over time, of a ward or of any wards: for each day a point of every statement's three answers, and sums by year.
//
// Made of releases that everybody may see and of nothing else: what a day adds up of several wards is a roll-up. Where a
// roll-up has no exact figure, there is a gap.

import type { Choice } from '../instrument/instrument.ts'
import type { Release } from './release.ts'
import { type Rolled, type RollUp, rollingUp } from './rollup.ts'
import { atOnce, type Steps } from './steps.ts'
import type { Cell } from './suppress.ts'

/** A day of a history: its releases with the forms behind them, or why there is none. */
export type Day =
  | { readonly day: string; readonly is: 'released'; readonly releases: number; readonly base: number }
  | { readonly day: string; readonly is: 'not enough' | 'held' }

/** What a day shows of one answer: so many forms, why there is no exact figure, or null where there is no release. */
export type Told = number | 'banded' | 'suppressed' | null

/** The releases of one version of an instrument. `series` runs along the days, oldest first; `sums` is of all, then of each year. */
export interface History {
  readonly instrument: Release['instrument']
  readonly days: readonly Day[]
  readonly series: readonly {
    readonly id: string
    readonly told: Readonly<Record<Choice, readonly Told[]>>
  }[]
  readonly sums: readonly { readonly year: string | null; readonly sum: RollUp }[]
}

/** A day on which something was due, and no release is to be seen. */
export type Missed = Extract<Day, { is: 'not enough' | 'held' }>

/**
 * The histories of releases, none of which is held: one for every version of an instrument, the newest first. Days without
 * a release belong to the version that was asked then: to the last one before them.
 */
export const histories = (releases: readonly Release[], missed: readonly Missed[] = []): readonly History[] =>
  atOnce(tellingHistories(releases, missed))

/** The same in steps: years of a large trust take a while. */
export function* tellingHistories(
  releases: readonly Release[],
  missed: readonly Missed[],
): Steps<readonly History[]> {
  const versions = Map.groupBy(releases, ({ instrument: { id, version } }) => JSON.stringify([id, version]))
  const lasts = [...versions.values()]
    .map(own => ({ own, first: ends(own).first, last: ends(own).last }))
    .toSorted((a, b) => (a.last < b.last ? -1 : 1))
  const made: History[] = []
  for (const [n, { own, first }] of lasts.entries()) {
    const from = n === 0 ? '' : first
    const until = lasts[n + 1]?.first ?? '9999'
    const gaps = missed.filter(({ day }) => day >= from && day < until)
    made.push(yield* history(own, gaps))
  }
  return made.toReversed()
}

function* history(own: readonly Release[], missed: readonly Missed[]): Steps<History> {
  const byDay = Map.groupBy(own, ({ due }) => due)
  const gaps = new Map(missed.filter(({ day }) => !byDay.has(day)).map(one => [one.day, one]))
  const names = [...byDay.keys(), ...gaps.keys()].toSorted()
  const byStatement = new Map<string, ReturnType<typeof cellsOf>>()
  for (const [day, all] of byDay) {
    const [one] = all.length === 1 ? all : yield* rollingUp(all)
    byStatement.set(day, cellsOf(one))
  }
  const sums: History['sums'][number][] = []
  for (const { year, of } of [{ year: null, of: own }, ...years(own)])
    for (const sum of yield* rollingUp(of)) sums.push({ year, sum })
  const [{ instrument, items } = nothing] = own
  return {
    instrument,
    days: names.map(day => {
      const all = byDay.get(day)
      if (all === undefined) return gaps.get(day) ?? { day, is: 'not enough' }
      return { day, is: 'released', releases: all.length, base: all.reduce((sum, { base }) => sum + base, 0) }
    }),
    series: items.map(({ id }, n) => ({ id, told: alongDays(names, day => byStatement.get(day)?.(id, n)) })),
    sums,
  }
}

type Cells = Readonly<Record<Choice, Cell | Rolled>>

const alongDays = (
  days: readonly string[],
  cellsOn: (day: string) => Cells | undefined,
): Record<Choice, Told[]> => {
  const cells = days.map(cellsOn)
  const along = (answer: Choice) => cells.map(one => (one ? told(one[answer]) : null))
  return {
    'not-at-all': along('not-at-all'),
    sometimes: along('sometimes'),
    'all-the-time': along('all-the-time'),
  }
}

/** The cells of a day by statement: of a single release, which say why they hide; otherwise of the roll-up. */
function cellsOf(one: Release | RollUp | undefined): (id: string, n: number) => Cells | undefined {
  return (id, n) => (one?.items[n]?.id === id ? one.items[n] : one?.items.find(item => item.id === id))?.cells
}

function told(cell: Cell | Rolled): Told {
  if (cell.kind === 'shown') return cell.forms
  return cell.kind === 'suppressed' ? 'suppressed' : 'banded'
}

function years(
  own: readonly Release[],
): readonly { readonly year: string; readonly of: readonly Release[] }[] {
  const byYear = Map.groupBy(own, ({ due }) => due.slice(0, 4))
  if (byYear.size < 2) return []
  return [...byYear].map(([year, of]) => ({ year, of })).toSorted((a, b) => (a.year < b.year ? 1 : -1))
}

function ends(own: readonly Release[]): { readonly first: string; readonly last: string } {
  const days = own.map(({ due }) => due).toSorted()
  return { first: days[0] ?? '', last: days.at(-1) ?? '' }
}

const nothing = { instrument: { id: '', version: '' }, items: [] } satisfies Partial<Release>
