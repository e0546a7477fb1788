// One of the booklet's groups as a table: each statement with its figures, its bar, and who wants to talk about it.

import type { Cells, Figure as Column } from '../../results/release.ts'
import type { Cell } from '../../results/suppress.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import { Bar } from './bar.tsx'
import { cellOf, cellWords } from './cell.ts'

/** A statement with all that a release says of it; `n` is its number in the booklet. */
export interface Row {
  readonly id: string
  readonly n: number
  readonly text: string
  readonly cells: Cells
  readonly topic: Cell
}

// Spelt out, because on a narrow screen the rows are laid out as a grid, and some browsers then forget what they are.
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

interface GroupProps {
  readonly label: string
  readonly rows: readonly Row[]
  readonly base: number
  readonly columns: readonly Column[]
}

/** The table of one group. */
export function GroupTable({ label, rows, base, columns }: GroupProps) {
  const { release } = words
  const head = (text: string, kind: string) => (
    <th scope="col" {...as.columnheader} class={kind}>
      {text}
    </th>
  )
  return (
    <table class="office-figures" {...as.table}>
      <caption>
        <span class="office-unseen">{label}: </span>
        {say(release.caption, { n: base })}
      </caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {head(release.statement, 'office-statement')}
          {columns.map(column => head(release.columns[column], `office-number office-of-${column}`))}
          {head(release.bar, 'office-chart')}
          {head(release.talk, 'office-number office-talk')}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {rows.map(row => (
          <tr key={row.id} {...as.row}>
            <th scope="row" {...as.rowheader} class="office-statement">
              <span class="office-said">
                <span class="office-n">{row.n}</span>
                <span>{row.text}</span>
              </span>
            </th>
            {columns.map(column => (
              <Figure
                key={column}
                label={release.columns[column]}
                cell={cellOf(row.cells, column)}
                kind={column}
              />
            ))}
            <td {...as.cell} class="office-chart">
              <Bar id={row.id} n={row.n} columns={columns} cells={row.cells} base={base} />
            </td>
            <Figure label={release.talk} cell={row.topic} kind="talk" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figure({ label, cell, kind }: { label: string; cell: Cell; kind: Column | 'talk' }) {
  const how = kind === 'talk' ? 'office-talk' : `office-of-${kind}`
  return (
    <td {...as.cell} class={`office-number ${how} office-${cell.kind}`} data-label={label}>
      {cellWords(cell)}
    </td>
  )
}
