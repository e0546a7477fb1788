// A statement's distribution as one quiet bar over the base. Told apart by pattern and place, never by good or bad.

import type { Cell } from '../../results/suppress.ts'
import type { Column } from '../../results/tabulate.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import { cellWords, distributionWords } from './cell.ts'
import { type Segment, segments } from './segments.ts'

interface BarProps {
  readonly id: string
  readonly n: number
  readonly cells: Readonly<Record<Column, Cell>>
  readonly base: number
}

export function Bar({ id, n, cells, base }: BarProps) {
  return (
    <svg class="office-bar" role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height="36">
      <title id={`${id}-title`}>{say(words.release.barTitle, { n })}</title>
      <desc id={`${id}-desc`}>{distributionWords(cells, base)}</desc>
      {segments(cells, base).map(part => (
        <Part key={part.kind === 'shown' ? part.column : part.kind} part={part} base={base} cells={cells} />
      ))}
    </svg>
  )
}

function Part({ part, base, cells }: { part: Segment; base: number; cells: BarProps['cells'] }) {
  const share = (forms: number) => `${(100 * forms) / base}%`
  const name = part.kind === 'shown' ? part.column : part.kind
  const label = part.kind === 'shown' ? String(part.forms) : together(cells)
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
function together(cells: BarProps['cells']): string {
  const most = Object.entries(cells).find(([, cell]) => cell.kind === 'banded' && cell.band.startsWith('all'))
  if (most === undefined) return words.release.together
  return `${words.release.columns[most[0] as Column]}: ${cellWords(most[1])}`
}
