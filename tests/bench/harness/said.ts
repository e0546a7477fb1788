// A report as people read it: in a terminal and, the same, in docs/performance.md.

import { type Growth, isReached, type Reach, type Report, type Row, type Table } from './bench.ts'
import { isNoisy, type Spread, slope } from './figures.ts'

/** A number with as many digits as mean something: 1,234, 56.7, 1.23, 0.45. */
export function digits(number: number): string {
  const size = Math.abs(number)
  if (size >= 100 || Number.isInteger(number)) return Math.round(number).toLocaleString('en-GB')
  return size >= 10 ? number.toFixed(1) : size >= 1 ? number.toFixed(2) : number.toPrecision(2)
}

const times = (ratio: number): string => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`

/** A median, its quartiles where it was measured more than once, and its proportion to the base's. */
function cell(figure: Spread | undefined, base: Spread | undefined): string {
  if (figure === undefined) return ''
  const { median, low, high, n } = figure
  const around = n > 1 ? ` (${digits(low)} to ${digits(high)})` : ''
  const ratio = base && base !== figure && base.median > 0 ? `, ${times(median / base.median)}` : ''
  return `${digits(median)}${around}${ratio}${isNoisy(figure) ? ' *noisy*' : ''}`
}

/** A table in Markdown, which a terminal shows well enough. */
export function tableOf({ title, to, columns, rows }: Table): string {
  const base = rows.find(({ name }) => name === to)
  const lines = rows.map(({ name, figures }: Row) => [
    name,
    ...columns.map((_, n) => cell(figures[n], base?.figures[n])),
  ])
  const heads = ['', ...columns.map(({ name, unit }) => (unit ? `${name}, ${unit}` : name))]
  const all = [heads, heads.map(() => '---'), ...lines]
  return [`**${title}** (× of *${to}*)`, '', ...all.map(line => `| ${line.join(' | ')} |`)].join('\n')
}

const reachOf = (reach: Reach): string =>
  `- ${isReached(reach) ? 'reached' : '**not reached**'}: ${reach.says}: ` +
  `${digits(reach.found)}, ${reach.is} ${digits(reach.limit)}`

/** Everything that came of a bench. */
export const reportOf = ({ tables, reaches, learned }: Report): string =>
  [
    ...tables.map(tableOf),
    reaches.map(reachOf).join('\n'),
    learned.map(sentence => `- ${sentence}`).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n')

/** How each grew, one line a bench. */
export const growthsOf = (all: Readonly<Record<string, Growth>>): string =>
  [
    '| bench | more of what | took | slope |',
    '| --- | --- | --- | --- |',
    ...Object.entries(all).map(([name, { of, unit, points }]) => {
      const took = points.map(({ work, took }) => `${digits(work)}: ${digits(took)} ${unit}`).join(', ')
      return `| ${name} | ${of} | ${took} | ${slope(points).toFixed(2)} |`
    }),
  ].join('\n')
