// One figure of a release, in words.

import type { Cells, Figure } from '../../results/release.ts'
import type { Cell } from '../../results/suppress.ts'
import { say, officeWords as words } from '../../wording/office.ts'

/** A figure as it stands in a table. */
export function cellWords(cell: Cell): string {
  if (cell.kind === 'shown') return String(cell.forms)
  return cell.kind === 'banded' ? cell.band : words.release.notShown
}

/** A statement's figure in a column; one that the release does not carry is not shown. */
export const cellOf = (cells: Cells, column: Figure): Cell => cells[column] ?? { kind: 'suppressed' }

/** A statement's whole distribution in one sentence, for whoever does not see its bar. */
export function distributionWords(columns: readonly Figure[], cells: Cells, base: number): string {
  const parts = columns.map(column =>
    say(words.release.part, {
      column: words.release.columns[column],
      figure: cellWords(cellOf(cells, column)),
    }),
  )
  return say(words.release.barDesc, { base, parts: parts.join('; ') })
}
