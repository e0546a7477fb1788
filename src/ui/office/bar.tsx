// A statement's distribution as one quiet bar over the base. Told apart by pattern and place, never by good or bad.

import { scaleLinear } from 'd3-scale'
import type { Figure } from '../../results/release.ts'
import { officeWords as words } from '../../wording/office.ts'
import { answers, type Cells, cellOf, cellWords, distributionWords, readingWords } from './cell.ts'
import { roves } from './rove.ts'
import { type Segment, segments } from './segments.ts'

interface BarProps {
  /** Its own on the page. */
  readonly id: string
  readonly title: string
  /** Whether it is the one to which Tab comes. */
  readonly first: boolean
  readonly columns: readonly Figure[]
  readonly cells: Cells
  readonly base: number
}

/** The height of a bar on the screen. */
const HIGH = 36

type PartsProps = Pick<BarProps, 'columns' | 'cells' | 'base'> & { readonly high?: number }

/** A bar that is read as words; the arrow keys go from one to the next (rove.ts). */
export function Bar(bar: BarProps) {
  const { id, title, first, columns, cells, base } = bar
  return (
    <svg
      class="office-bar"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={HIGH}
      {...roves(first)}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {[
          distributionWords(columns, cells, base),
          ...answers.map(answer => readingWords(answer, cellOf(cells, answer), base)),
        ].join(' ')}
      </desc>
      <Parts {...bar} />
    </svg>
  )
}

/** The parts of a bar in a drawing of this height, for whoever reads its words elsewhere. */
export function Parts({ high = HIGH, ...bar }: PartsProps) {
  return (
    <>
      {segments(bar.columns, bar.cells, bar.base).map(part => (
        <Part key={part.kind === 'shown' ? part.column : part.kind} part={part} bar={bar} high={high} />
      ))}
    </>
  )
}

function Part({ part, bar, high }: { part: Segment; bar: PartsProps; high: number }) {
  const { base } = bar
  const along = scaleLinear([0, base], [0, 100])
  const share = (forms: number) => `${along(forms)}%`
  const name = part.kind === 'shown' ? part.column : part.kind
  const label = part.kind === 'shown' ? String(part.forms) : together(bar)
  // A label that its part can't hold is left to the table beside it.
  const fits = (100 * part.forms) / base > label.length * 2.6 + 1.5
  return (
    <g class={`office-part-${name}`}>
      <rect class="office-paper" x={share(part.from)} y="2" width={share(part.forms)} height={high - 4} />
      <rect
        class="office-fill"
        x={share(part.from)}
        y="2"
        width={share(part.forms)}
        height={high - 4}
        fill={`url(#office-${name})`}
      />
      {fits && (
        <text
          x={share(part.from + part.forms / 2)}
          y={high / 2 + 0.5}
          text-anchor="middle"
          dominant-baseline="middle"
        >
          {label}
        </text>
      )}
    </g>
  )
}

/** What is known of the parts that are told in words. */
export function together({ columns, cells }: Pick<BarProps, 'columns' | 'cells'>): string {
  const most = columns.find(column => {
    const cell = cellOf(cells, column)
    return cell.kind === 'banded' && cell.band.startsWith('all')
  })
  if (most === undefined) return words.release.together
  return `${words.release.columns[most]}: ${cellWords(cellOf(cells, most))}`
}
