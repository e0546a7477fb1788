// One figure over time: a point for each release, and the unbroken stretches between what is not shown.
//
// A gap parts its neighbours. What lies in it is not known, so no step is measured across it, and no run or trend goes on
// over it: either would say something of a figure that nobody may see. (The NHS programme's spreadsheet can't take gaps: its
// makers warn that its limits then come out too narrow.)

import type { Cell } from './suppress.ts'

/** One release of a series: its share of the forms, 0 to 1, or why there is none to be seen. */
export type Point =
  | { readonly day: string; readonly kind: 'shown'; readonly share: number }
  | { readonly day: string; readonly kind: 'gap'; readonly why: 'banded' | 'suppressed' | 'no release' }

/** A shown point, with its place in the series (0 is the first). */
export interface Dot {
  readonly at: number
  readonly share: number
}

/** The point of a release's cell; of a due day without a release when there is no cell. */
export function point(day: string, found?: { readonly cell: Cell; readonly base: number }): Point {
  if (!found) return { day, kind: 'gap', why: 'no release' }
  const { cell, base } = found
  return cell.kind === 'shown'
    ? { day, kind: 'shown', share: cell.forms / base }
    : { day, kind: 'gap', why: cell.kind }
}

/** The shown points of a series, oldest first, parted by its gaps. */
export function stretches(points: readonly Point[]): readonly (readonly Dot[])[] {
  const found: Dot[][] = [[]]
  for (const [at, one] of points.entries())
    if (one.kind === 'gap') found.push([])
    else found.at(-1)?.push({ at, share: one.share })
  return found.filter(stretch => stretch.length > 0)
}

/** From one shown point to the next, without a gap between. */
export type Step = readonly [from: Dot, to: Dot]

/** The steps of a stretch. */
export const stepsOf = (stretch: readonly Dot[]): readonly Step[] =>
  stretch.slice(1).map((to, n) => [stretch[n] ?? to, to])
