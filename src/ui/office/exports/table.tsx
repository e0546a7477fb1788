// A table of what is listed. Its parts say what they are: on a narrow page they are laid out as blocks, and browsers forget it.

import type { ComponentChildren } from 'preact'

const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

interface TableProps {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly ComponentChildren[] }[]
}

/** The first cell of each row is its head. */
export function Table({ caption, heads, rows }: TableProps) {
  return (
    <table class="office-outlets" {...as.table}>
      <caption class="office-unseen">{caption}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {heads.map(head => (
            <th key={head} scope="col" {...as.columnheader}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {rows.map(({ id, cells: [first, ...cells] }) => (
          <tr key={id} {...as.row}>
            <th scope="row" {...as.rowheader}>
              {first}
            </th>
            {cells.map((cell, n) => (
              <td key={heads[n + 1]} {...as.cell} data-label={heads[n + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
