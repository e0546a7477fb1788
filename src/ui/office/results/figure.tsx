// A release as one drawing that stands by itself: to be saved, so its colours are its own and its lines are broken by hand.

import { scaleLinear } from 'd3-scale'
import { render } from 'preact'
import { evaluation } from '../../../instrument/evaluation.ts'
import { source } from '../../../instrument/source.ts'
import type { ReleaseReply } from '../../../protocol/office.ts'
import type { Figure } from '../../../results/release.ts'
import {
  dayWords,
  listWords,
  resultsWords,
  say,
  sayCount,
  officeWords as words,
} from '../../../wording/office.ts'
import { together } from '../bar.tsx'
import { hides, type Row, rowsOf } from '../rows.ts'
import { segments } from '../segments.ts'
import { INK, lines, PAPER, QUIET, TextLines } from './ink.tsx'
import { StandalonePatterns } from './swatches.tsx'

const WIDTH = 1000
const EDGE = 30
const BARS = { from: 440, to: 970 }
const LINE = 19

/** One thing below the other, each at its height. */
type Piece =
  | { readonly is: 'text'; readonly y: number; readonly text: readonly string[]; readonly size: number }
  | { readonly is: 'group'; readonly y: number; readonly text: string }
  | { readonly is: 'row'; readonly y: number; readonly row: Row; readonly text: readonly string[] }

/** The drawing of a release. It is in no page: it is made when somebody wants to have it. */
export function drawRelease(reply: ReleaseReply): SVGSVGElement | null {
  const sheet = document.createElement('div')
  render(<ReleaseFigure reply={reply} />, sheet)
  return sheet.querySelector('svg')
}

function ReleaseFigure({ reply }: { reply: ReleaseReply }) {
  const { release } = reply
  const { pieces, height } = layOut(reply)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      font-family="Atkinson Hyperlegible Next, Verdana, sans-serif"
      font-size="15"
      fill={INK}
      role="img"
      aria-label={titleOf(reply)}
    >
      <StandalonePatterns />
      <rect width={WIDTH} height={height} fill={PAPER} />
      {pieces.map(piece => {
        if (piece.is === 'text')
          return <TextLines key={piece.y} x={EDGE} y={piece.y} size={piece.size} text={piece.text} />
        if (piece.is === 'group')
          return (
            <text key={piece.y} x={EDGE} y={piece.y} font-size="18" font-weight="700">
              {piece.text}
            </text>
          )
        return <Statement key={piece.y} {...piece} base={release.base} columns={release.columns} />
      })}
      <KeyRow y={height - 110} columns={release.columns} hidden={hides(release)} />
      <TextLines x={EDGE} y={height - 64} size={13} text={sourceLines} />
    </svg>
  )
}

const titleOf = ({ release, wards }: ReleaseReply): string =>
  say(resultsWords.figure.title, { day: dayWords(release.due), wards: listWords(wards) })

const sourceLines = lines(
  `${say(words.release.words, { title: source.title, attribution: source.attribution })} ${source.licenceName}. ${words.release.ours}`,
  130,
)

/** Everything from the title down to the last statement, and how high all of it is. */
function layOut(reply: ReleaseReply): { readonly pieces: readonly Piece[]; readonly height: number } {
  const { release } = reply
  const pieces: Piece[] = []
  let y = 48
  const write = (text: readonly string[], size: number, after: number) => {
    pieces.push({ is: 'text', y, text, size })
    y += text.length * (size + 5) + after
  }
  if (reply.demonstration) write([words.demonstration], 15, 14)
  write(lines(titleOf(reply), 70), 24, 4)
  const forms = sayCount(words.release.forms, release.base)
  write(
    [say(resultsWords.figure.forms, { forms, service: reply.service, organisation: reply.organisation })],
    16,
    8,
  )
  write(lines(words.release.first, 125), 15, 6)
  write(lines(say(words.release.stem, { stem: evaluation.stem }), 125), 15, 2)
  for (const group of evaluation.groups) {
    y += 22
    pieces.push({ is: 'group', y, text: group.label })
    y += 14
    for (const row of rowsOf(release, group.items)) {
      const text = lines(row.text, 48)
      pieces.push({ is: 'row', y, row, text })
      y += Math.max(36, text.length * LINE + 12)
    }
  }
  return { pieces, height: y + 140 }
}

/** A part's edge: broken around what has no exact figure or no answer, as on the page. */
function edge(name: string) {
  const dashes =
    name === 'together' ? '7 4' : name === 'no-answer' || name === 'unreached' ? '1.5 3' : undefined
  return { stroke: INK, ...(dashes && { 'stroke-dasharray': dashes }) }
}

interface StatementProps {
  readonly y: number
  readonly row: Row
  readonly text: readonly string[]
  readonly base: number
  readonly columns: readonly Figure[]
}

function Statement({ y, row, text, base, columns }: StatementProps) {
  const along = scaleLinear([0, base], [BARS.from, BARS.to])
  return (
    <g>
      <text x={EDGE + 22} y={y + 20} text-anchor="end" fill={QUIET}>
        {row.n}
      </text>
      <TextLines x={EDGE + 32} y={y + 20} size={15} text={text} />
      {segments(columns, row.cells, base).map(part => {
        const name = part.kind === 'shown' ? part.column : part.kind
        const [x, width] = [along(part.from), along(part.from + part.forms) - along(part.from)]
        const label = part.kind === 'shown' ? String(part.forms) : together({ columns, cells: row.cells })
        const fits = width > label.length * 7.5 + 6
        return (
          <g key={name}>
            <rect x={x} y={y + 2} width={width} height="26" fill={`url(#drawn-${name})`} {...edge(name)} />
            {fits && part.kind === 'shown' && part.column !== 'all-the-time' && (
              <rect x={x + width / 2 - 12} y={y + 7} width="24" height="16" fill={PAPER} />
            )}
            {fits && (
              <text
                x={x + width / 2}
                y={y + 20}
                text-anchor="middle"
                font-size="13"
                fill={name === 'all-the-time' ? PAPER : INK}
              >
                {label}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function KeyRow({ y, columns, hidden }: { y: number; columns: readonly Figure[]; hidden: boolean }) {
  const names = [...columns, ...(hidden ? (['together'] as const) : [])]
  return (
    <g font-size="14">
      {names.map((name, n) => {
        const x = EDGE + n * 160
        return (
          <g key={name}>
            <rect x={x} y={y} width="28" height="16" fill={`url(#drawn-${name})`} {...edge(name)} />
            <text x={x + 36} y={y + 13}>
              {name === 'together' ? words.release.together : words.release.columns[name]}
            </text>
          </g>
        )
      })}
    </g>
  )
}
