// Where the parts of a bar lie. A figure that is told in words gets no place of its own: with the others like it
// it shares what is left at the end, which is no more than the shown figures and the base tell already.

import type { Figure } from '../../results/release.ts'
import { type Cells, cellOf } from './cell.ts'

/** One part of a bar; `from` and `forms` are in forms, on a scale from none to the base. */
export type Segment =
  | { readonly kind: 'shown'; readonly column: Figure; readonly from: number; readonly forms: number }
  | { readonly kind: 'together'; readonly from: number; readonly forms: number }

/** The parts of a statement's bar in printed order; what is not shown exactly comes last, as one. */
export function segments(columns: readonly Figure[], cells: Cells, base: number): Segment[] {
  const parts: Segment[] = []
  let from = 0
  for (const column of columns) {
    const cell = cellOf(cells, column)
    if (cell.kind !== 'shown' || cell.forms === 0) continue
    parts.push({ kind: 'shown', column, from, forms: cell.forms })
    from += cell.forms
  }
  if (from < base && columns.some(column => cellOf(cells, column).kind !== 'shown'))
    parts.push({ kind: 'together', from, forms: base - from })
  return parts
}
