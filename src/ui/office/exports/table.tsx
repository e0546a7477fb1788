// A table of what is listed, which a narrow page lays out as blocks.

import type { ComponentChildren } from 'preact'
import { as } from '../roles.ts'

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
