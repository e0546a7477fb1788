// Why: the tablet may be dropped, run flat or be snatched away at any moment, so every tap is on the disk before the screen
// says so. If that were slow, a tired person would wait after each statement, or tap again. And it is encrypted besides.

import { which } from '../fixtures/tools.ts'
import type { Bench, Reach, Row, Table } from './harness/bench.ts'
import { exactly, percentile, type Spread, spread } from './harness/figures.ts'
import { flushesOf } from './tap/flushes.ts'
import { all, type Blocks, compared, each, type Name, names, tapsInTurn, tapsOfOurs } from './tap/measure.ts'
import { withPages } from './tap/pages.ts'

/** Taps under strace, which is slow. */
const WATCHED = 20

const ms = (name: string) => ({ name, unit: 'ms' })
const waits = [ms('half of the taps within'), ms('95 in 100 within')]

const count = (blocks: Blocks): string => blocks.flat().length.toLocaleString('en-GB')

/** The spread, over the blocks, of a percentile of each. */
const over = (blocks: Blocks, share: number): Spread => spread(blocks.map(block => percentile(block, share)))

/** A row for each contender. */
const table = (
  title: string,
  to: Name,
  columns: Table['columns'],
  figures: (name: Name) => Row['figures'],
): Table => ({
  title,
  to: names[to],
  columns,
  rows: all.map(name => ({ name: names[name], figures: figures(name) })),
})

/** How fast, how often flushed, and whether it grew slower. */
export const tap: Bench = {
  name: 'tap',
  why: 'Every tap is encrypted and flushed before the screen says that it is kept: nobody may have to wait for that.',
  limit:
    'The flush of the disk, and what IndexedDB itself takes to pass a row from the page to its own process.',

  run: ({ quick, say }) =>
    withPages(true, async served => {
      say('Counting flushes')
      const flushed = which(['strace']) ? await flushesOf(served, all, WATCHED) : undefined
      say('Tapping by turns')
      const times = await tapsInTurn(served, quick ? 2 : 20)
      const wait = each(name => [over(times[name], 0.5), over(times[name], 0.95)])
      const hundreds = each(name => [spread(times[name].at(0) ?? []), spread(times[name].at(-1) ?? [])])
      const beside = (one: Spread | undefined, other: Spread | undefined) =>
        (one?.median ?? Number.NaN) / (other?.median ?? Number.NaN)
      const flushes = flushed && flushed.ours / WATCHED
      if (flushes !== undefined && flushes < 1) throw new Error(`${flushes} flushes a tap: a tap is not kept`)
      const reach = (says: string, found: number, limit: number): Reach => ({
        says,
        found,
        is: 'at most',
        limit,
      })
      return {
        tables: [
          table(
            'One answer kept, beside the engine itself',
            'raw',
            [...waits, { name: 'flushes a tap', unit: '' }],
            name => [...wait[name], flushed && exactly(flushed[name] / WATCHED)],
          ),
          table(
            'One answer kept, beside Dexie alone',
            'dexie',
            [...waits, ms('the first hundred'), ms('the last hundred')],
            name => [...wait[name], ...(compared.includes(name) ? hundreds[name] : [])],
          ),
        ],
        reaches: [
          reach('A tap, encrypted, beside Dexie alone in clear', beside(wait.ours[0], wait.dexie[0]), 1.2),
          ...(flushes === undefined ? [] : [reach('Flushes a tap', flushes, 1)]),
          reach('The last hundred taps beside the first', beside(hundreds.ours[1], hundreds.ours[0]), 1.2),
        ],
        learned: [
          `Each tapped ${count(times.ours)} times in a row; those with whom nothing is compared ${count(times.idb)} times.`,
          `A tap of ours takes ${beside(wait.ours[0], wait.raw[0]).toFixed(1)} times what the engine itself takes for one row in clear; Dexie alone ${beside(wait.dexie[0], wait.raw[0]).toFixed(1)} times.`,
          `PouchDB ${beside(wait.pouchdb[0], wait.raw[0]).toFixed(1)} times without a flush, RxDB ${beside(wait.rxdb[0], wait.raw[0]).toFixed(1)} times with one: by default both call a tap kept that a power cut takes.`,
        ],
      }
    }),

  grow: ({ quick, say }) =>
    withPages(false, async served => {
      const points = []
      for (const work of quick ? [2, 20, 200] : [20, 200, 2000]) {
        say(`${work} taps`)
        points.push({ work, took: await tapsOfOurs(served, work) })
      }
      return { of: 'taps in a row on one draft', unit: 'ms', points }
    }),
}
