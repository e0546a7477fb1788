// Releases over time, of a ward or of any wards: for each day a point of every statement's three answers, and sums by year.
//
// Made of releases that everybody may see and of nothing else: what a day adds up of several wards is a roll-up. Where a
// roll-up has no exact figure, there is a gap.

import type { Choice } from '../instrument/instrument.ts'
import type { Release } from './release.ts'
import { type Adding, added, addingOf, alikeWith, type Rolled, type RollUp, rolledUp } from './rollup.ts'
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
 * Releases as far as they were followed: for every version and day what they come to. It grows with the days and not with
 * the wards, and nothing of it is ever changed: whoever follows more has another.
 */
export type Followed = ReadonlyMap<string, ReadonlyMap<string, DaySum>>

interface DaySum {
  readonly sum: Adding
  /** What a single release says of itself, which knows why it hides; absent where there are several. */
  readonly alone?: Said
}

type Said = readonly Readonly<Record<Choice, Told>>[]

/** Before the first release. */
export const unfollowed: Followed = new Map()

/** Releases from one step to the next. */
const STEP = 20

/** Follows more releases, none of which is held or was followed before, in steps: years of a large trust take a while. */
export function* following(before: Followed, releases: Iterable<Release>): Steps<Followed> {
  const own = new Map<string, Map<string, DaySum>>()
  let n = 0
  for (const release of releases) {
    if (n++ % STEP === STEP - 1) yield
    const sum = addingOf(release)
    put(own, alikeWith(release), release.due, { sum, alone: release.items.map(one => toldOf(one.cells)) })
  }
  return together([before, own])
}

/** Several that have no release in common, as one. */
export function together(all: readonly Followed[]): Followed {
  const made = new Map<string, Map<string, DaySum>>()
  for (const followed of all)
    for (const [version, days] of followed) for (const [day, sum] of days) put(made, version, day, sum)
  return made
}

function put(into: Map<string, Map<string, DaySum>>, version: string, day: string, one: DaySum): void {
  const days = into.get(version) ?? new Map<string, DaySum>()
  const before = days.get(day)
  into.set(version, days.set(day, before ? { sum: added(before.sum, one.sum) } : one))
}

/** The histories of releases, none of which is held. */
export const histories = (releases: readonly Release[], missed: readonly Missed[] = []): readonly History[] =>
  historiesOf(atOnce(following(unfollowed, releases)), missed)

/**
 * The histories of what was followed: one for every version of an instrument, the newest first. Days without a release belong
 * to the version that was asked then: to the last one before them.
 */
export function historiesOf(followed: Followed, missed: readonly Missed[]): readonly History[] {
  const versions = [...followed.values()]
    .map(days => ({ days, names: [...days.keys()].toSorted() }))
    .map(({ days, names }) => ({ days, first: names[0] ?? '', last: names.at(-1) ?? '' }))
    .toSorted((a, b) => (a.last < b.last ? -1 : 1))
  const made = versions.map(({ days, first }, n) => {
    const from = n === 0 ? '' : first
    const until = versions[n + 1]?.first ?? '9999'
    return history(
      days,
      missed.filter(({ day }) => day >= from && day < until),
    )
  })
  return made.toReversed()
}

function history(released: ReadonlyMap<string, DaySum>, missed: readonly Missed[]): History {
  const gaps = new Map(missed.filter(({ day }) => !released.has(day)).map(one => [one.day, one]))
  const names = [...released.keys(), ...gaps.keys()].toSorted()
  const sums = [...released].map(([day, { sum }]) => ({ year: day.slice(0, 4), sum }))
  const all = summed(sums)
  const items = all?.items.map(({ id }) => id) ?? []
  const said = names.map(day => {
    const one = released.get(day)
    return one && { ids: one.sum.whole.items, told: one.alone ?? ofSeveral(one.sum) }
  })
  return {
    instrument: all?.instrument ?? nothing,
    days: names.map(day => {
      const sum = released.get(day)?.sum
      if (sum === undefined) return gaps.get(day) ?? { day, is: 'not enough' }
      return { day, is: 'released', releases: sum.releases, base: sum.whole.base }
    }),
    series: items.map((id, n) => ({
      id,
      told: alongDays(said.map(one => one?.told[one.ids[n] === id ? n : one.ids.indexOf(id)])),
    })),
    sums: [...(all ? [{ year: null, sum: all }] : []), ...years(sums)],
  }
}

const alongDays = (days: readonly (Said[number] | undefined)[]): Record<Choice, Told[]> => {
  const along = (answer: Choice) => days.map(one => (one ? one[answer] : null))
  return {
    'not-at-all': along('not-at-all'),
    sometimes: along('sometimes'),
    'all-the-time': along('all-the-time'),
  }
}

const ofSeveral = (sum: Adding): Said => rolledUp(sum).items.map(({ cells }) => toldOf(cells))

const toldOf = (cells: Readonly<Record<Choice, Cell | Rolled>>): Said[number] => ({
  'not-at-all': told(cells['not-at-all']),
  sometimes: told(cells.sometimes),
  'all-the-time': told(cells['all-the-time']),
})

function told(cell: Cell | Rolled): Told {
  if (cell.kind === 'shown') return cell.forms
  return cell.kind === 'suppressed' ? 'suppressed' : 'banded'
}

interface OfYear {
  readonly year: string
  readonly sum: Adding
}

function summed(days: readonly OfYear[]): RollUp | undefined {
  const [first, ...others] = days.map(({ sum }) => sum)
  return first && rolledUp(others.reduce(added, first))
}

function years(days: readonly OfYear[]): readonly { readonly year: string; readonly sum: RollUp }[] {
  const byYear = Map.groupBy(days, ({ year }) => year)
  if (byYear.size < 2) return []
  return [...byYear]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([year, own]) => {
      const sum = summed(own)
      return sum ? [{ year, sum }] : []
    })
}

const nothing = { id: '', version: '' } satisfies Release['instrument']
