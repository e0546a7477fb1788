// A release: the frozen figures of one count, and all that is kept of it.

import type { Instrument } from '../instrument/instrument.ts'
import { band, type Cell, suppress } from './suppress.ts'
import type { Column, Totals } from './tabulate.ts'

/** What one count publishes. `due` is the day fixed beforehand; `base` the forms behind every statement. */
export interface Release {
  readonly v: 1
  readonly instrument: { readonly id: string; readonly version: string }
  readonly due: string
  readonly base: number
  readonly items: readonly { readonly id: string; readonly cells: Readonly<Record<Column, Cell>> }[]
  readonly topics: readonly { readonly id: string; readonly cell: Cell }[]
}

/** No service may set a threshold under this. */
export const LEAST_THRESHOLD = 8
export const USUAL_THRESHOLD = 10

/** The release of a box's totals; undefined while their base is under the threshold. */
export function release(
  instrument: Instrument,
  totals: Totals,
  due: string,
  threshold: number,
): Release | undefined {
  if (totals.base < Math.max(threshold, LEAST_THRESHOLD)) return undefined
  return {
    v: 1,
    instrument: { id: instrument.id, version: instrument.version },
    due,
    base: totals.base,
    items: Object.entries(totals.items).map(([id, counts]) => ({ id, cells: suppress(counts, totals.base) })),
    topics: Object.entries(totals.topics).map(([id, forms]) => ({ id, cell: band(forms, totals.base) })),
  }
}
