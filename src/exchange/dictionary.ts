// The data dictionary of what leaves as CSV, made of the same columns as the files themselves.

import { csv } from './csv.ts'
import { tables } from './tables.ts'

const head = ['file', 'column', 'means', 'values'] as const

/** The dictionary as CSV: a row a file and column, in the order in which they stand there. */
export const dictionaryCsv = (): string =>
  csv([
    head,
    ...tables.flatMap(({ file, columns }) =>
      columns.map(({ name, means, values }) => [file, name, means, values]),
    ),
  ])
