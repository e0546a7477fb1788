// An XmR chart, as NHS England's Making Data Count programme draws it (*plot the dots*): mean, limits, four rules.
//
// Source: NHSRplotthedots, the NHS-R Community's package for the programme, and the programme's list of checks for its own
// spreadsheet; tests/vectors/xmr.json has figures of both. They differ in what becomes of jumps and in how many make a run,
// so that a method says these two.

import { type Finding, inRow, inTrend, nearLimit, outside } from './rules.ts'
import { type Point, type Step, stepsOf, stretches } from './series.ts'

/**
 * `row`: how many make a run or a trend. `jumps`: what becomes of steps from one release to the next that are far longer
 * than the others.
 */
export interface Method {
  readonly row: number
  readonly jumps: 'left out' | 'kept'
}

/** That of the NHS-R Community, which we use. The programme's spreadsheet keeps jumps, and has 6 or 7 in a row. */
const OURS: Method = { row: 7, jumps: 'left out' }

/** Shown points under which limits are on trial. */
const ENOUGH = 12

/** From a mean step between neighbours to a limit: three sigma by a mean range of two (3 / 1.128). */
const REACH = 2.66

/** A step over so many mean steps is a jump: the upper limit of ranges of two. */
const JUMP = 3.267

/**
 * `none`: no two neighbours are shown, so that nothing tells how far shares usually move. `limits`: whether they are on
 * trial, since too few points are shown. `mean`, `lower`, `upper`: shares, 0 to 1, the limits never beyond.
 * `leftOut`: jumps that the limits do not count, by the places of their two points; the mean counts those points.
 */
export type Xmr =
  | { readonly kind: 'none'; readonly shown: number }
  | {
      readonly kind: 'chart'
      readonly limits: 'trial' | 'usual'
      readonly shown: number
      readonly mean: number
      readonly lower: number
      readonly upper: number
      readonly leftOut: readonly (readonly [number, number])[]
      readonly findings: readonly Finding[]
    }

/** The XmR chart of a series, oldest first; all that is shown counts for its limits. */
export function xmr(points: readonly Point[], { row, jumps }: Method = OURS): Xmr {
  const parts = stretches(points)
  const dots = parts.flat()
  const steps = parts.flatMap(stepsOf)
  if (steps.length === 0) return { kind: 'none', shown: dots.length }
  const lengths = steps.map(lengthOf)
  const longest = jumps === 'kept' ? Number.POSITIVE_INFINITY : JUMP * average(lengths)
  const reach = REACH * average(lengths.filter(one => one <= longest))
  const mean = average(dots.map(dot => dot.share))
  // The rules look at the limits as they come out: a third of a limit that was cut would be nearer than the others.
  const [lower, upper] = [mean - reach, mean + reach]
  return {
    kind: 'chart',
    limits: dots.length < ENOUGH ? 'trial' : 'usual',
    shown: dots.length,
    mean,
    lower: Math.max(0, lower),
    upper: Math.min(1, upper),
    leftOut: steps.filter(step => lengthOf(step) > longest).map(([from, to]) => [from.at, to.at]),
    findings: parts.flatMap(stretch => [
      ...outside(stretch, lower, upper),
      ...inRow(stretch, mean, row),
      ...inTrend(stepsOf(stretch), row),
      ...nearLimit(stretch, mean, lower, upper),
    ]),
  }
}

const lengthOf = ([from, to]: Step): number => Math.abs(to.share - from.share)

const average = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length
