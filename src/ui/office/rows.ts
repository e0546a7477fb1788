// The statements of one of the booklet's groups with all that is said of them, in printed order.

import { evaluation } from '../../instrument/evaluation.ts'
import type { Cells, Seen } from './cell.ts'

/** A statement with its figures; `n` is its number in the booklet, `topic` who wants to talk about it. */
export interface Row {
  readonly id: string
  readonly n: number
  readonly text: string
  readonly cells: Cells
  readonly topic: Seen
}

/** What rows are made from: a release, releases added up, or a part of either. */
export interface Told {
  readonly items: readonly { readonly id: string; readonly cells: Cells }[]
  readonly topics: readonly { readonly id: string; readonly cell: Seen }[]
}

/** The rows of some statements. One that is not told has none. */
export function rowsOf({ items, topics }: Told, ids: readonly string[]): Row[] {
  return ids.flatMap(id => {
    const n = evaluation.items.findIndex(item => item.id === id)
    const text = evaluation.items[n]?.text
    const cells = items.find(item => item.id === id)?.cells
    const topic = topics.find(one => one.id === id)?.cell ?? ({ kind: 'suppressed' } as const)
    return text && cells ? [{ id, n: n + 1, text, cells, topic }] : []
  })
}

/** Whether anything of it is told in words. */
export const hides = ({ items, topics }: Told): boolean =>
  [...items.flatMap(item => Object.values(item.cells)), ...topics.map(topic => topic.cell)].some(
    cell => cell.kind !== 'shown',
  )
