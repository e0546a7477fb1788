// One of the booklet's groups as a table: each statement with its figures, its bar, and who wants to talk about it.

import type { ComponentChildren } from 'preact'
import type { Figure as Column } from '../../results/release.ts'
import { resultsWords, say, officeWords as words } from '../../wording/office.ts'
import { Bar } from './bar.tsx'
import {
  answers,
  type Cells,
  cellOf,
  cellWords,
  isAnswer,
  rangeWords,
  readingWords,
  type Seen,
} from './cell.ts'
import { as } from './roles.ts'
import { rove } from './rove.ts'
import type { Row } from './rows.ts'
import { Scale } from './scale.tsx'

interface GroupProps {
  /** Begins the ids of its bars. */
  readonly id?: string
  readonly label: string
  readonly rows: readonly Row[]
  readonly base: number
  readonly columns: readonly Column[]
  /** What can be done about a statement, under its bar. */
  act?(row: Row): ComponentChildren
}

/** The table of one group. */
export function GroupTable({ id = 'bar', label, rows, base, columns, act }: GroupProps) {
  const { release } = words
  const head = (text: string, kind: string) => (
    <th scope="col" {...as.columnheader} class={kind}>
      {text}
    </th>
  )
  return (
    <table class="office-figures" {...as.table} onKeyDown={rove}>
      <caption>
        <span class="office-unseen">{label}: </span>
        {say(release.caption, { n: base })}
      </caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {head(release.statement, 'office-statement')}
          {columns.map(column => head(release.columns[column], `office-number office-of-${column}`))}
          <th scope="col" {...as.columnheader} class="office-chart">
            {release.bar}
            <Scale base={base} />
          </th>
          {head(release.talk, 'office-number office-talk')}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {rows.map((row, at) => (
          <tr key={row.id} {...as.row}>
            <th scope="row" {...as.rowheader} class="office-statement">
              <span class="office-asked">
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
                base={base}
              />
            ))}
            <td {...as.cell} class="office-chart">
              <Bar
                id={`${id}-${row.id}`}
                title={say(release.barTitle, { n: row.n })}
                first={at === 0}
                columns={columns}
                cells={row.cells}
                base={base}
              />
              <InWords cells={row.cells} base={base} />
              {act?.(row)}
            </td>
            <Figure label={release.talk} cell={row.topic} kind="talk" base={base} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FigureProps {
  readonly label: string
  readonly cell: Seen
  readonly kind: Column | 'talk'
  readonly base: number
}

/** A figure; under an answer's exact one stands its range, and under no other. */
function Figure({ label, cell, kind, base }: FigureProps) {
  const range = kind !== 'talk' && isAnswer(kind) ? rangeWords(cell, base) : undefined
  const how = kind === 'talk' ? 'office-talk' : `office-of-${kind}`
  return (
    <td {...as.cell} class={`office-number ${how} office-${cell.kind}`} data-label={label}>
      <span class="office-figure">{cellWords(cell)}</span>
      {range && <small class="office-range">{range}</small>}
    </td>
  )
}

/** The same in sentences, for whoever would rather read. */
function InWords({ cells, base }: { cells: Cells; base: number }) {
  return (
    <details class="office-inwords office-noprint">
      <summary>{resultsWords.reading.inWords}</summary>
      {answers.map(answer => (
        <p key={answer}>{readingWords(answer, cellOf(cells, answer), base)}</p>
      ))}
    </details>
  )
}
