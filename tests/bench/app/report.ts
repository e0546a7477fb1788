// What the turns say: the table, what was to be reached, and what was learned.

import type { Reach, Report, Row } from '../harness/bench.ts'
import { over, type Sample } from '../harness/rounds.ts'
import { contenders, type Name } from './contenders.ts'

type Turns = Readonly<Record<Name, readonly Sample[]>>

const columns = [
  { figure: 'code', name: 'code until a statement can be answered', unit: 'kB', per: 1000 },
  { figure: 'all', name: 'with fonts and icons', unit: 'kB', per: 1000 },
  { figure: 'screen', name: 'first load, first screen', unit: 'ms', per: 1 },
  { figure: 'first', name: 'first load, first statement', unit: 'ms', per: 1 },
  { figure: 'offlineScreen', name: 'offline start, first screen', unit: 'ms', per: 1 },
  { figure: 'offline', name: 'offline start, first statement', unit: 'ms', per: 1 },
  { figure: 'p95', name: 'tap to paint, p95', unit: 'ms', per: 1 },
  { figure: 'heap', name: 'heap after the form', unit: 'MB', per: 1_000_000 },
  { figure: 'taps', name: 'taps for a whole form', unit: 'taps', per: 1 },
]

const scaled = (samples: readonly Sample[], figure: string, per: number): readonly Sample[] =>
  samples.map(sample => ({ [figure]: (sample[figure] ?? Number.NaN) / per }))

const row = (turns: Turns, name: Name): Row => ({
  name: contenders[name].says,
  figures: columns.map(({ figure, per }) => over(scaled(turns[name], figure, per), figure)),
})

/**
 * A start is compared by the first screen on which something can be pressed: with the others that is the form itself. Equal
 * Voice has screens before it that they do not have, which somebody reads; how long it takes with their taps is said beside.
 */
export function report(turns: Turns): Report {
  const names = Object.keys(contenders) as Name[]
  const middle = (name: Name, figure: string) => over(turns[name], figure)?.median ?? Number.NaN
  const ratio = (figure: string, to: Name, of = figure) => middle('ours', of) / middle(to, figure)
  const most = (says: string, found: number, limit: number): Reach => ({ says, found, is: 'at most', limit })
  const times = (value: number) => value.toFixed(2)
  return {
    tables: [
      {
        title: 'The same 23 statements on a tablet six times slower than this machine; Slow 4G, empty cache',
        to: contenders.floor.says,
        columns: columns.map(({ name, unit }) => ({ name, unit })),
        rows: names.map(name => row(turns, name)),
      },
    ],
    reaches: [
      // Enketo's theme and its fonts are not in its page here, so code is held against code: no answer waits for a font.
      most('bytes of code to Enketo', ratio('code', 'enketo'), 1 / 3),
      most('first load, to a first screen, to Enketo', ratio('screen', 'enketo'), 0.6),
      most('first load, to a first screen, to the floor', ratio('screen', 'floor'), 1.25),
      most('offline start, to a first screen, to Enketo', ratio('offlineScreen', 'enketo'), 0.6),
      most('offline start, to a first screen, to the floor', ratio('offlineScreen', 'floor'), 1.2),
      most('tap to paint p95 to the floor', ratio('p95', 'floor'), 1.2),
      most('heap to the floor', ratio('heap', 'floor'), 1.4),
    ],
    learned: [
      `With its font and icons, which no answer waits for, Equal Voice is ${times(ratio('all', 'enketo'))} of Enketo ` +
        'without its theme, and without any font.',
      'To the first statement, through the three screens before it and with the draft, its key and its first row on the ' +
        `disk, a first load of Equal Voice is ${times(ratio('first', 'enketo'))} of Enketo's and ` +
        `${times(ratio('first', 'floor'))} of the floor's, an offline start ${times(ratio('offline', 'enketo'))} and ` +
        `${times(ratio('offline', 'floor'))}.`,
      'Service workers, and whatever runs in a worker, are not slowed by the throttling of a page: on a real tablet every ' +
        'offline start is slower by what they do.',
      `Every tap was encrypted, committed and flushed while its paint took ${times(ratio('p95', 'floor'))} of the floor's.`,
    ],
  }
}
