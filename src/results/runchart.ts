// A run chart: the median of what is shown, and two rules that need no limits. It is for a series of any length.
//
// Plot-the-dots has no rules for run charts. These are the two of R. J. Perla, L. P. Provost and S. K. Murray, The run chart: a
// simple analytical tool for learning from variation in healthcare processes, BMJ Quality & Safety 20 (2011), 46–51, that
// need neither a table nor a judgement by eye. A short chart finds little: six on one side of a median need about twelve.

import { type Finding, inRow, inTrend, sideOf, wayOf } from './rules.ts'
import { type Point, stepsOf, stretches } from './series.ts'

/** So many on one side of the median, one after the other; those on the median neither count nor end it. */
const SHIFT = 6

/** So many that only rise or only fall; those alike that follow one another count as one. */
const TREND = 5

/** `shown`: how many points. `median`: a share, 0 to 1. */
export type RunChart =
  | { readonly kind: 'none'; readonly shown: 0 }
  | {
      readonly kind: 'chart'
      readonly shown: number
      readonly median: number
      readonly findings: readonly Finding[]
    }

/** The run chart of a series, oldest first. */
export function runChart(points: readonly Point[]): RunChart {
  const parts = stretches(points)
  const shares = parts.flat().map(dot => dot.share)
  if (shares.length === 0) return { kind: 'none', shown: 0 }
  const median = middleOf(shares)
  const findings = parts.flatMap(stretch => [
    ...inRow(
      stretch.filter(dot => sideOf(dot.share, median)),
      median,
      SHIFT,
    ),
    ...inTrend(stepsOf(stretch).filter(wayOf), TREND),
  ])
  return { kind: 'chart', shown: shares.length, median, findings }
}

function middleOf(shares: readonly number[]): number {
  const sorted = shares.toSorted((a, b) => a - b)
  const half = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return half.reduce((sum, one) => sum + one, 0) / half.length
}
