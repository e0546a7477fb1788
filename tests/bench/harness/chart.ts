// How each bench grows with its work, as one picture: a small chart a bench, both ways logarithmic, so that a slope is a slope.

import { scaleLog } from 'd3-scale'
import type { Growth } from './bench.ts'
import { slope } from './figures.ts'
import { digits } from './said.ts'

const WIDE = 300
const HIGH = 230
const EDGE = { left: 62, right: 22, top: 46, bottom: 52 }
const ACROSS = 3

const INK = '#33302a'
const PALE = '#8a8375'
const LINE = '#1f6f68'
const PAPER = '#fbf8f1'
/** A rim of paper, so that a line behind a figure does not strike it out. */
const RIM = `paint-order="stroke" stroke="${PAPER}" stroke-width="4" stroke-linejoin="round"`

const text = (x: number, y: number, said: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${said.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`

function panel(name: string, { of, unit, points }: Growth): string {
  const [works, took] = [points.map(one => one.work), points.map(one => one.took)]
  const [first] = points
  if (first === undefined) throw new RangeError('nothing grew')
  const across = Math.max(...works) / first.work
  const x = scaleLog([first.work, Math.max(...works)], [EDGE.left, WIDE - EDGE.right])
  // As many powers of ten up as across: what is in proportion then rises by its whole width.
  const least = Math.min(...took)
  const y = scaleLog([least, Math.max(...took, least * across)], [HIGH - EDGE.bottom, EDGE.top])
  const path = points.map(one => `${x(one.work).toFixed(1)},${y(one.took).toFixed(1)}`).join(' ')
  const even = `${x(first.work)},${y(first.took)} ${x(first.work * across)},${y(Math.min(first.took * across, y.domain()[1] ?? 1))}`
  return [
    text(EDGE.left, 18, name, `font-size="15" font-weight="600" fill="${INK}"`),
    text(EDGE.left, 35, `slope ${slope(points).toFixed(2)}`, `font-size="12" fill="${LINE}"`),
    `<polyline points="${even}" fill="none" stroke="${PALE}" stroke-dasharray="3 4"/>`,
    `<polyline points="${path}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
    ...points.flatMap((one, n) => [
      `<circle cx="${x(one.work).toFixed(1)}" cy="${y(one.took).toFixed(1)}" r="4" fill="${LINE}"/>`,
      text(
        x(one.work) + (n === 0 ? 0 : -6),
        y(one.took) - 10,
        `${digits(one.took)} ${unit}`,
        `${RIM} font-size="11" fill="${INK}" text-anchor="${n === 0 ? 'start' : n === points.length - 1 ? 'end' : 'middle'}"`,
      ),
      text(
        x(one.work),
        HIGH - EDGE.bottom + 18,
        digits(one.work),
        `font-size="11" fill="${PALE}" text-anchor="middle"`,
      ),
    ]),
    `<line x1="${EDGE.left}" x2="${WIDE - EDGE.right}" y1="${HIGH - EDGE.bottom}" y2="${HIGH - EDGE.bottom}" stroke="${PALE}"/>`,
    text(EDGE.left, HIGH - EDGE.bottom + 36, of, `font-size="11" fill="${INK}"`),
  ].join('')
}

/** The picture, as SVG. The dashed line is what would be in proportion to the work. */
export function chartOf(all: Readonly<Record<string, Growth>>): string {
  const panels = Object.entries(all)
  const [wide, high] = [WIDE * ACROSS, HIGH * Math.ceil(panels.length / ACROSS)]
  const drawn = panels.map(([name, growth], n) => {
    const at = `${(n % ACROSS) * WIDE} ${Math.floor(n / ACROSS) * HIGH}`
    return `<g transform="translate(${at})">${panel(name, growth)}</g>`
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" ` +
    `font-family="system-ui, sans-serif" role="img" aria-label="How long each bench takes with 1, 10 and 100 times the work">` +
    `<rect width="${wide}" height="${high}" fill="${PAPER}"/>${drawn.join('')}</svg>\n`
  )
}
