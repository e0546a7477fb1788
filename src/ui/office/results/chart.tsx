// One answer over time as a quiet line: its points, the line in the middle, limits where there are some, and gaps that say why.
//
// Its colours are in its attributes, so that it can leave the page; on a dark page the stylesheet has others. It knows no good
// and no bad: up and down are drawn alike, and a point that a rule names differs in shape alone.

import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import type { Ref } from 'preact'
import type { Point } from '../../../results/series.ts'
import { dayWords, resultsWords, say, whenWords } from '../../../wording/office.ts'
import { rove, roves } from '../rove.ts'
import { INK, PAPER, QUIET, RULE } from './ink.tsx'

const words = resultsWords.over

/** A line across the chart at a share, with its name. */
export interface Level {
  readonly is: 'middle' | 'limit'
  readonly share: number
  readonly label: string
}

interface ChartProps {
  readonly drawing: Ref<SVGSVGElement>
  readonly title: string
  readonly description: string
  readonly points: readonly Point[]
  /** What each point is called, in their order. */
  readonly names: readonly string[]
  /** The places of points that a rule names. */
  readonly marked: readonly number[]
  readonly levels: readonly Level[]
}

const WIDTH = 900
const HEIGHT = 440
const PLOT = { left: 56, right: 720, top: 74, bottom: 350 }
const TICKS = [0, 20, 40, 60, 80, 100]

// Its points are read one by one, so it is no single picture.
const group = { role: 'group' } as const
const picture = { role: 'img' } as const

type Shown = Extract<Point, { kind: 'shown' }>

export function TimeChart({ drawing, title, description, points, names, marked, levels }: ChartProps) {
  const days = points.map(({ day }) => Date.parse(day))
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const x = scaleUtc([first, last === first ? first + 1 : last], [PLOT.left + 16, PLOT.right - 16])
  const y = scaleLinear([0, 1], [PLOT.bottom, PLOT.top])
  const at = ({ day }: Point) => x(Date.parse(day))
  const path = line<Point>()
    .defined(point => point.kind === 'shown')
    .x(at)
    .y(point => y((point as Shown).share))(points)
  return (
    <div class="office-drawing">
      <p class="office-drawing-title" aria-hidden="true">
        {title}
      </p>
      <svg
        ref={drawing}
        class="office-time"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        {...group}
        aria-labelledby="chart-title chart-desc"
        font-family="Atkinson Hyperlegible Next, Verdana, sans-serif"
        font-size="15"
        fill={INK}
        onKeyDown={rove}
      >
        <title id="chart-title">{title}</title>
        <desc id="chart-desc">{description}</desc>
        <rect class="office-time-paper" width={WIDTH} height={HEIGHT} fill={PAPER} />
        <text
          class="office-time-ink office-time-title"
          x={PLOT.left - 40}
          y="26"
          font-size="17"
          font-weight="700"
        >
          {title}
        </text>
        <text class="office-time-quiet" x={PLOT.left - 40} y="52" fill={QUIET}>
          {words.axis}
        </text>
        <Axes x={x} y={y} />
        {levels.map(level => (
          <LevelLine key={level.label} level={level} at={y(level.share)} label={labelAt(level, levels, y)} />
        ))}
        {path && <path class="office-time-line" d={path} fill="none" stroke={INK} stroke-width="1.5" />}
        {points.map((point, n) => (
          <Mark
            key={point.day}
            x={at(point)}
            y={point.kind === 'shown' ? y(point.share) : undefined}
            name={names[n] ?? ''}
            first={n === 0}
            marked={marked.includes(n)}
          />
        ))}
      </svg>
    </div>
  )
}

type Along = ReturnType<typeof scaleUtc<number, number>>
type Up = ReturnType<typeof scaleLinear<number, number>>

function Axes({ x, y }: { x: Along; y: Up }) {
  const format = (date: Date) => date.toISOString().slice(0, 7)
  return (
    <g>
      {TICKS.map(tick => (
        <g key={tick}>
          <line
            class="office-time-rule"
            x1={PLOT.left}
            x2={PLOT.right}
            y1={y(tick / 100)}
            y2={y(tick / 100)}
            stroke={RULE}
            stroke-width="1"
          />
          <text
            class="office-time-quiet"
            x={PLOT.left - 8}
            y={y(tick / 100) + 5}
            text-anchor="end"
            fill={QUIET}
          >
            {tick}
          </text>
        </g>
      ))}
      {x.ticks(5).map(date => (
        <text
          key={date.getTime()}
          class="office-time-quiet"
          x={x(date)}
          y={PLOT.bottom + 50}
          text-anchor="middle"
          fill={QUIET}
        >
          {whenWords(format(date))}
        </text>
      ))}
    </g>
  )
}

/** Labels that would lie on one another stand a line apart. */
function labelAt(level: Level, levels: readonly Level[], y: Up): number {
  const sorted = levels.toSorted((a, b) => b.share - a.share)
  let last = Number.NEGATIVE_INFINITY
  for (const one of sorted) {
    last = Math.max(y(one.share), last + 20)
    if (one === level) break
  }
  return last
}

function LevelLine({ level, at, label }: { level: Level; at: number; label: number }) {
  return (
    <g>
      <line
        class="office-time-line"
        x1={PLOT.left}
        x2={PLOT.right}
        y1={at}
        y2={at}
        stroke={INK}
        stroke-width="1.25"
        {...(level.is === 'limit' && { 'stroke-dasharray': '7 5' })}
      />
      <text class="office-time-ink" x={PLOT.right + 8} y={label + 5}>
        {level.label}
      </text>
    </g>
  )
}

interface MarkProps {
  readonly x: number
  /** Undefined for a gap, which has no place on the scale: its mark stands below it. */
  readonly y: number | undefined
  readonly name: string
  readonly first: boolean
  readonly marked: boolean
}

function Mark({ x, y, name, first, marked }: MarkProps) {
  return (
    <g class="office-time-point" {...picture} aria-label={name} {...roves(first)}>
      <title>{name}</title>
      <circle
        class="office-time-focus"
        cx={x}
        cy={y ?? PLOT.bottom + 18}
        r="12"
        fill="none"
        stroke="none"
        stroke-width="3"
      />
      {y === undefined ? (
        <path
          class="office-time-line"
          d={`M${x - 5} ${PLOT.bottom + 13} l10 10 m0 -10 l-10 10`}
          fill="none"
          stroke={INK}
          stroke-width="1.5"
        />
      ) : marked ? (
        <rect
          class="office-time-marked"
          x={x - 7}
          y={y - 7}
          width="14"
          height="14"
          fill={PAPER}
          stroke={INK}
          stroke-width="3"
        />
      ) : (
        <circle class="office-time-dot" cx={x} cy={y} r="5" fill={INK} />
      )}
    </g>
  )
}

/** What a chart says of itself before anybody goes from point to point. */
export function describe(points: readonly Point[], lines: string): string {
  const shown = points.filter(({ kind }) => kind === 'shown').length
  const [from = '', until = ''] = [points[0]?.day, points.at(-1)?.day]
  return say(words.desc, { n: points.length, from: dayWords(from), until: dayWords(until), shown, lines })
}
