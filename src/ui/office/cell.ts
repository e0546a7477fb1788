// One figure of a release or of releases added up, in words.

import type { Choice } from '../../instrument/instrument.ts'
import { percents, reading } from '../../results/interval.ts'
import type { Figure } from '../../results/release.ts'
import type { Rolled } from '../../results/rollup.ts'
import type { Cell } from '../../results/suppress.ts'
import { resultsWords, say, officeWords as words } from '../../wording/office.ts'

/** A figure as it may be seen: of one release, or of several. */
export type Seen = Cell | Rolled

/** A statement's figures by their columns. */
export type Cells = Readonly<Partial<Record<Figure, Seen>>>

/** The three answers, in printed order. */
export const answers: readonly Choice[] = ['not-at-all', 'sometimes', 'all-the-time']

/** Whether a column is one of the three answers. */
export const isAnswer = (column: Figure): column is Choice => answers.some(one => one === column)

/** A figure as it stands in a table. */
export function cellWords(cell: Seen): string {
  if (cell.kind === 'shown') return String(cell.forms)
  if (cell.kind === 'between') return say(resultsWords.sums.to, { least: cell.least, most: cell.most })
  return cell.kind === 'banded' ? cell.band : words.release.notShown
}

/** The range of a figure in 100, with one decimal: 39.7–89.2. Undefined for all but an exact figure. */
export function rangeWords(cell: Seen, base: number): string | undefined {
  if (cell.kind !== 'shown') return undefined
  const { from, to } = percents(cell.forms, base)
  return `${from}–${to}`
}

/** A statement's figure in a column; one that the release does not carry is not shown. */
export const cellOf = (cells: Cells, column: Figure): Seen => cells[column] ?? { kind: 'suppressed' }

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

/** What forms said, in sentences that help to read a figure: how many, and how far that could be from what many would say. */
export function readingWords(answer: Choice, cell: Seen, base: number): string {
  const said = resultsWords.reading
  const name = words.release.columns[answer]
  if (cell.kind === 'banded') return say(said.band[cell.band], { answer: name })
  if (cell.kind === 'suppressed') return say(said.hidden, { answer: name })
  if (cell.kind === 'between') return say(said.between, { ...cell, base, answer: name })
  const { from, to, small } = reading(cell.forms, base)
  const exact = say(said.said, { forms: cell.forms, base, answer: name })
  return `${exact} ${say(small ? said.few : said.many, { from, to })}`
}
