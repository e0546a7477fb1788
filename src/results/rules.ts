// Rules that tell a change over time from its usual ups and downs: which rule, which points, which side, and no more.
//
// None of them knows what is good or bad. Each looks at one stretch without gaps.

import type { Dot, Step } from './series.ts'

type Side = 'above' | 'below'
type Way = 'rising' | 'falling'

/**
 * What a rule found; `at` are places in the series. `outside`: beyond a limit. `row`: so many one after the other on one side
 * of the middle line. `trend`: so many one after the other that only rise or only fall. `near`: two of three, one after the
 * other on one side, in the outer third on the way to the limit.
 */
export type Finding =
  | { readonly rule: 'outside' | 'row' | 'near'; readonly side: Side; readonly at: readonly number[] }
  | { readonly rule: 'trend'; readonly way: Way; readonly at: readonly number[] }

/** Shares nearer to one another than this are the same: a mean of equal shares may miss them by a last binary place. */
const SAME = 1e-9

/** The side of a line on which a share lies; undefined on the line. */
export function sideOf(share: number, line: number): Side | undefined {
  if (Math.abs(share - line) < SAME) return undefined
  return share > line ? 'above' : 'below'
}

/** Points beyond the limits, those that follow one another on one side together. */
export const outside = (stretch: readonly Dot[], lower: number, upper: number): Finding[] =>
  runs(stretch, dot => beyond(dot, lower, upper)).map(({ kind, items }) => ({
    rule: 'outside',
    side: kind,
    at: items.map(dot => dot.at),
  }))

/** Runs of at least so many on one side of the line. */
export const inRow = (stretch: readonly Dot[], line: number, least: number): Finding[] =>
  runs(stretch, dot => sideOf(dot.share, line))
    .filter(({ items }) => items.length >= least)
    .map(({ kind, items }) => ({ rule: 'row', side: kind, at: items.map(dot => dot.at) }))

/** Trends of at least so many points, by the steps between neighbours; a step between two alike ends one. */
export const inTrend = (steps: readonly Step[], least: number): Finding[] =>
  runs(steps, wayOf)
    .filter(({ items }) => items.length + 1 >= least)
    .map(({ kind, items }) => ({
      rule: 'trend',
      way: kind,
      at: [...items.slice(0, 1).map(([from]) => from.at), ...items.map(([, to]) => to.at)],
    }))

/** Which way a step goes; undefined between two alike. */
export function wayOf([from, to]: Step): Way | undefined {
  const side = sideOf(to.share, from.share)
  return side && (side === 'above' ? 'rising' : 'falling')
}

/**
 * Two of three near a limit, all three on one side of the middle line. A point beyond the limit is not near it: it has a
 * rule of its own.
 */
export function nearLimit(stretch: readonly Dot[], middle: number, lower: number, upper: number): Finding[] {
  const third = (limit: number) => middle + ((limit - middle) * 2) / 3
  const isNear = (dot: Dot) => beyond(dot, third(lower), third(upper)) && !beyond(dot, lower, upper)
  return runs(stretch, dot => sideOf(dot.share, middle))
    .filter(({ items }) => items.length >= 3)
    .map(({ kind, items }): Finding => {
      const near = items.filter(isNear)
      const at = near.filter(dot => near.some(other => other !== dot && Math.abs(other.at - dot.at) < 3))
      return { rule: 'near', side: kind, at: at.map(dot => dot.at) }
    })
    .filter(({ at }) => at.length > 0)
}

function beyond({ share }: Dot, lower: number, upper: number): Side | undefined {
  if (sideOf(share, upper) === 'above') return 'above'
  return sideOf(share, lower) === 'below' ? 'below' : undefined
}

/** Items one after the other of one kind; those of no kind end a run and are in none. */
function runs<Item, Kind extends string>(items: readonly Item[], kindOf: (item: Item) => Kind | undefined) {
  const found: { readonly kind: Kind; readonly items: Item[] }[] = []
  let last: Kind | undefined
  for (const item of items) {
    const kind = kindOf(item)
    if (kind && kind === last) found.at(-1)?.items.push(item)
    else if (kind) found.push({ kind, items: [item] })
    last = kind
  }
  return found
}
