// One figure of a release, in words.

import type { Cell } from '../../results/suppress.ts'
import { type Column, columns } from '../../results/tabulate.ts'
import { say, officeWords as words } from '../../wording/office.ts'

/** A figure as it stands in a table. */
export function cellWords(cell: Cell): string {
  if (cell.kind === 'shown') return String(cell.forms)
  return cell.kind === 'banded' ? cell.band : words.release.notShown
}

/** A statement's whole distribution in one sentence, for whoever does not see its bar. */
export function distributionWords(cells: Readonly<Record<Column, Cell>>, base: number): string {
  const part = (column: Column) =>
    say(words.release.part, { column: words.release.columns[column], figure: cellWords(cells[column]) })
  return say(words.release.barDesc, { base, parts: columns.map(part).join('; ') })
}
