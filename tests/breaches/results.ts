// Breaches planted in what is said of figures: how sure they are, and what has changed over time.

import type { Breach } from './breach.ts'

const interval = { file: 'src/results/interval.ts', test: 'tests/results/interval.test.ts' } as const
const rules = { file: 'src/results/rules.ts', test: 'tests/results/xmr.test.ts' } as const
const xmr = { file: 'src/results/xmr.ts', test: 'tests/results/xmr.test.ts' } as const
const series = 'src/results/series.ts'

export const results: readonly Breach[] = [
  {
    promise: 7,
    breach: 'an interval lies about the figure itself, as if few forms at an end proved much',
    ...interval,
    find: '(forms + Z ** 2 / 2) / base / weight',
    replace: 'forms / base',
    name: 'known answer',
  },
  {
    promise: 7,
    breach: 'leaders are not told that a base is small',
    ...interval,
    find: 'LARGE_BASE = 100',
    replace: 'LARGE_BASE = 20',
    name: 'known to 20 in 100',
  },
  {
    promise: 2,
    breach: 'a banded figure is a point of the chart',
    file: series,
    find: "{ day, kind: 'gap', why: cell.kind }",
    replace: "{ day, kind: 'shown', share: 0 }",
    test: 'tests/results/series.test.ts',
    name: 'where a figure is banded',
  },
  {
    promise: 7,
    breach: 'a gap is bridged, so that limits are drawn by a step that nobody saw',
    file: series,
    find: "if (one.kind === 'gap') found.push([])",
    replace: "if (one.kind === 'gap') continue",
    test: 'tests/results/xmr.test.ts',
    name: 'measures no step over a gap',
  },
  {
    promise: 7,
    breach: 'a run chart counts on over a gap',
    file: series,
    find: "if (one.kind === 'gap') found.push([])",
    replace: "if (one.kind === 'gap') continue",
    test: 'tests/results/runchart.test.ts',
    name: 'no shift over a gap',
  },
  {
    promise: 7,
    breach: 'limits are narrower than the published method has them, so that chance looks like change',
    ...xmr,
    find: 'REACH = 2.66',
    replace: 'REACH = 2.6',
    name: 'published limits',
  },
  {
    promise: 7,
    breach: 'one odd release widens the limits until nothing is beyond them',
    ...xmr,
    find: "row: 7, jumps: 'left out'",
    replace: "row: 7, jumps: 'kept'",
    name: 'leaves a jump out',
  },
  {
    promise: 7,
    breach: 'a jump is left out of the limits, and nobody is told',
    ...xmr,
    find: 'lengthOf(step) > longest',
    replace: 'lengthOf(step) > 1',
    name: 'says which',
  },
  {
    promise: 7,
    breach: 'limits from three releases pass for limits',
    ...xmr,
    find: 'ENOUGH = 12',
    replace: 'ENOUGH = 3',
    name: 'on trial until twelve',
  },
  {
    promise: 7,
    breach: 'a limit lies under none of the forms',
    ...xmr,
    find: 'Math.max(0, lower)',
    replace: 'lower',
    name: 'between none and all',
  },
  {
    promise: 7,
    breach: 'a chart tells of what rises beyond its limits and not of what falls',
    ...rules,
    find: "sideOf(share, lower) === 'below' ? 'below' : undefined",
    replace: 'undefined',
    name: 'says of a fall what it says of a rise',
  },
  {
    promise: 7,
    breach: 'two releases near a limit are told of though the third is on the other side',
    ...rules,
    find: '.filter(({ items }) => items.length >= 3)',
    replace: '',
    name: 'flags the published points',
  },
  {
    promise: 7,
    breach: 'a run chart calls five on one side a change',
    file: 'src/results/runchart.ts',
    find: 'SHIFT = 6',
    replace: 'SHIFT = 5',
    test: 'tests/results/runchart.test.ts',
    name: 'no shift of five',
  },
]
