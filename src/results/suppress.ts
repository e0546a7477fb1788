// What of a distribution may be seen. The one engine for every door through which figures leave.
//
// While the base is under 20, a share of 0-10 % or 90-100 % is a band, since near-unanimity tells what each person said.
// A band that could be worked out from the figures shown beside it is no secret: figures go until it can't.

/** One figure of a release. A banded or suppressed cell has no exact figure anywhere. */
export type Cell =
  | { readonly kind: 'shown'; readonly forms: number }
  | { readonly kind: 'banded'; readonly band: 'none or nearly none' | 'all or nearly all' }
  | { readonly kind: 'suppressed' }

/** Forms in a base from which nothing needs to be banded. */
export const OPEN_BASE = 20

interface Range {
  readonly low: number
  readonly high: number
}

/** The cell of one count that stands alone (it is no part of a sum that is shown). */
export function band(forms: number, base: number): Cell {
  if (base >= OPEN_BASE) return { kind: 'shown', forms }
  if (forms * 10 <= base) return { kind: 'banded', band: 'none or nearly none' }
  if (forms * 10 >= base * 9) return { kind: 'banded', band: 'all or nearly all' }
  return { kind: 'shown', forms }
}

/** The cells of a distribution whose counts add up to a base that is shown too. */
export function suppress<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  base: number,
): Record<Key, Cell> {
  const keys = Object.keys(counts) as Key[]
  const cells = Object.fromEntries(keys.map(key => [key, band(counts[key], base)])) as Record<Key, Cell>
  while (
    derivable(
      keys.map(key => cells[key]),
      base,
    )
  ) {
    const shown = keys.filter(key => cells[key].kind === 'shown')
    const least = shown.sort((a, b) => counts[a] - counts[b])[0]
    if (least === undefined) break
    cells[least] = { kind: 'suppressed' }
  }
  return cells
}

/** Whether some hidden cell can have one value only, given all cells and that they add up to the base. */
export function derivable(cells: readonly Cell[], base: number): boolean {
  const ranges = cells.map(cell => range(cell, base))
  const low = ranges.reduce((sum, one) => sum + one.low, 0)
  const high = ranges.reduce((sum, one) => sum + one.high, 0)
  return ranges.some((one, n) => {
    if (cells[n]?.kind === 'shown') return false
    const least = Math.max(one.low, base - (high - one.high))
    const most = Math.min(one.high, base - (low - one.low))
    return least === most
  })
}

function range(cell: Cell, base: number): Range {
  if (cell.kind === 'shown') return { low: cell.forms, high: cell.forms }
  if (cell.kind === 'suppressed') return { low: 0, high: base }
  if (cell.band === 'none or nearly none') return { low: 0, high: Math.floor(base / 10) }
  return { low: Math.ceil((base * 9) / 10), high: base }
}
