// A release: the frozen figures of one count, and all that is kept of it.

import type { Instrument } from '../instrument/instrument.ts'
import { type Breakdown, breakdowns } from './breakdown.ts'
import { type Distribution, distribution } from './distribution.ts'
import type { Totals } from './tabulate.ts'

export { type Cells, type Figure, fewColumns } from './distribution.ts'

/** What one count publishes. `due` is the day fixed beforehand; `base` the forms behind every statement. */
export interface Release extends Distribution {
  readonly v: 1
  readonly instrument: { readonly id: string; readonly version: string }
  readonly due: string
  /** Absent where there are not enough forms in some group of each, and in releases of earlier versions. */
  readonly breakdowns?: readonly Breakdown[]
}

/** No service may set a threshold under this. */
export const LEAST_THRESHOLD = 8
export const USUAL_THRESHOLD = 10

/** Whether there are enough forms to be published. Those on paper are heard with the others, but they hide nobody. */
export const isEnough = ({ base, paper }: Pick<Totals, 'base' | 'paper'>, threshold: number): boolean =>
  base - paper >= Math.max(threshold, LEAST_THRESHOLD)

/** The release of a box's totals; undefined while there are not enough of them. */
export function release(
  instrument: Instrument,
  totals: Totals,
  due: string,
  threshold: number,
): Release | undefined {
  if (!isEnough(totals, threshold)) return undefined
  const told = breakdowns(totals)
  return {
    v: 1,
    instrument: { id: instrument.id, version: instrument.version },
    due,
    ...distribution(totals),
    ...(told.length > 0 && { breakdowns: told }),
  }
}
