// A statement's distribution as one quiet bar over the base. Told apart by pattern and place, never by good or bad.

import type { Cells, Figure } from '../../results/release.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import { cellOf, cellWords, distributionWords } from './cell.ts'
import { type Segment, segments } from './segments.ts'

interface BarProps {
  readonly id: string
  readonly n: number
  readonly columns: readonly Figure[]
  readonly cells: Cells
  readonly base: number
}

export function Bar(bar: BarProps) {
  const { id, n, columns, cells, base } = bar
  return (
    <svg class="office-bar" role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height="36">
      <title id={`${id}-title`}>{say(words.release.barTitle, { n })}</title>
      <desc id={`${id}-desc`}>{distributionWords(columns, cells, base)}</desc>
      {segments(columns, cells, base).map(part => (
        <Part key={part.kind === 'shown' ? part.column : part.kind} part={part} bar={bar} />
      ))}
    </svg>
  )
}

function Part({ part, bar }: { part: Segment; bar: BarProps }) {
  const { base } = bar
  const share = (forms: number) => `${(100 * forms) / base}%`
  const name = part.kind === 'shown' ? part.column : part.kind
  const label = part.kind === 'shown' ? String(part.forms) : together(bar)
  // A label that its part can't hold is left to the table beside it.
  const fits = (100 * part.forms) / base > label.length * 2.6 + 1.5
  return (
    <g class={`office-part-${name}`}>
      <rect class="office-paper" x={share(part.from)} y="2" width={share(part.forms)} height="32" />
      <rect
        class="office-fill"
        x={share(part.from)}
        y="2"
        width={share(part.forms)}
        height="32"
        fill={`url(#office-${name})`}
      />
      {fits && (
        <text x={share(part.from + part.forms / 2)} y="18.5" text-anchor="middle" dominant-baseline="middle">
          {label}
        </text>
      )}
    </g>
  )
}

/** What is known of the parts that are told in words. */
function together({ columns, cells }: Pick<BarProps, 'columns' | 'cells'>): string {
  const most = columns.find(column => {
    const cell = cellOf(cells, column)
    return cell.kind === 'banded' && cell.band.startsWith('all')
  })
  if (most === undefined) return words.release.together
  return `${words.release.columns[most]}: ${cellWords(cellOf(cells, most))}`
}
