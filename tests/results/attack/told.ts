// What a reader holds in the end: tables of figures, each over forms that they know to be told apart.

import type { Distribution } from '../../../src/results/distribution.ts'
import type { Rolled, RolledDistribution } from '../../../src/results/rollup.ts'
import type { Cell } from '../../../src/results/suppress.ts'

/** In these columns every table can be compared with every other. */
export const COLUMNS = ['not-at-all', 'sometimes', 'all-the-time', 'no-answer'] as const

/** A cell as it is read: exact, or between. */
export interface Read {
  readonly least: number
  readonly most: number
}

/** One published table. `rows`: statements, by COLUMNS; `topics`: one cell each. `print`: how a row looked. */
export interface Told {
  readonly kind: 'release' | 'part' | 'rollup'
  readonly name: string
  /** The groups of forms, as small as a reader can tell them apart, that it is made of. */
  readonly over: ReadonlySet<number>
  readonly base: number
  readonly rows: readonly (readonly Read[])[]
  readonly prints: readonly string[]
  readonly topics: readonly Read[]
  /** Whether the release has suppressed its topics together, which it does when they add up to all that can be. */
  readonly full: boolean
}

/** What a cell says by itself, in the words of docs/decisions/0006-count.md: a band is a tenth of the base, or one form. */
export function readCell(cell: Cell | Rolled, base: number): Read {
  if (cell.kind === 'between') return cell
  if (cell.kind === 'shown') return { least: cell.forms, most: cell.forms }
  if (cell.kind === 'suppressed') return { least: 0, most: base }
  const wide = base < 20 ? 1 : Math.floor(base / 10)
  return cell.band.startsWith('none') ? { least: 0, most: wide } : { least: base - wide, most: base }
}

const plus = (a: Read, b: Read): Read => ({ least: a.least + b.least, most: a.most + b.most })

/** Reads a release, a part of one, or a roll-up. */
export function read(
  kind: Told['kind'],
  name: string,
  over: ReadonlySet<number>,
  table: Omit<Distribution, 'columns'> | Omit<RolledDistribution, 'columns'>,
): Told {
  const { base } = table
  const range = (cell: Cell | Rolled): Read => readCell(cell, base)
  const none = { least: 0, most: 0 }
  const rows = table.items.map(({ cells }) => {
    const own = { skipped: undefined, unreached: undefined, ...cells }
    const no = own['no-answer']
      ? range(own['no-answer'])
      : [own.skipped, own.unreached].reduce((sum, cell) => (cell ? plus(sum, range(cell)) : sum), none)
    return [range(cells['not-at-all']), range(cells.sometimes), range(cells['all-the-time']), no]
  })
  const prints = table.items.map(({ cells }) =>
    Object.values(cells)
      .map(cell => (cell.kind === 'shown' ? cell.forms : cell.kind === 'banded' ? cell.band : '?'))
      .join('|'),
  )
  const full = kind !== 'rollup' && table.topics.every(({ cell }) => cell.kind === 'suppressed')
  return { kind, name, over, base, rows, prints, topics: table.topics.map(({ cell }) => range(cell)), full }
}
