// Series for tests: figures as points, gaps between them, and published figures of any size as shares.

import fc from 'fast-check'
import type { Finding } from '../../src/results/rules.ts'
import { type Point, point } from '../../src/results/series.ts'

/** The n-th release's day. */
const day = (n: number) => new Date(Date.UTC(2026, n, 1)).toISOString().slice(0, 10)

/** A series of shares, with null for a release that is not shown. */
export const series = (shares: readonly (number | null)[]): Point[] =>
  shares.map((share, n) =>
    share === null
      ? point(day(n), { cell: { kind: 'suppressed' }, base: 12 })
      : { day: day(n), kind: 'shown', share },
  )

/** Any series of releases of twenty forms, some of them gaps. */
export const anySeries = fc
  .array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 9 }), { maxLength: 40, size: 'max' })
  .map(forms => series(forms.map(one => (one === null ? null : one / 20))))

/** The same series for those who did not say so. */
export const mirrored = (points: readonly Point[]): Point[] =>
  points.map(one => (one.kind === 'shown' ? { ...one, share: 1 - one.share } : one))

/** What is found in the mirrored series, if it is found in this one. */
export const turned = (one: Finding): Finding =>
  one.rule === 'trend'
    ? { ...one, way: one.way === 'rising' ? 'falling' : 'rising' }
    : { ...one, side: one.side === 'above' ? 'below' : 'above' }

/**
 * Figures of any size as a series, and the way back. To move and to stretch a scale moves and stretches mean, median and
 * limits alike, so that published figures can be tested as shares; three spans on either side keep limits from 0 and 1.
 */
export function scaled(values: readonly (number | null)[]) {
  const known = values.filter(value => value !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const span = most - least || 1
  return {
    points: series(values.map(value => (value === null ? null : (value - least + 3 * span) / (7 * span)))),
    back: (share: number) => share * 7 * span + least - 3 * span,
  }
}

/** The places of all findings, each once, in order. */
export const flagged = (findings: readonly { readonly at: readonly number[] }[]): number[] =>
  [...new Set(findings.flatMap(one => one.at))].sort((a, b) => a - b)

/** The gaps that lie between the first and the last place of a finding. */
export const spanned = (points: readonly Point[], at: readonly number[]): Point[] =>
  points.slice(at[0], (at.at(-1) ?? 0) + 1).filter(one => one.kind === 'gap')
