// The roles of a table's parts, spelt out: on a narrow screen its rows are laid out as blocks, and some browsers then forget them.

/** For each part of a table what is spread into it. */
export const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const
