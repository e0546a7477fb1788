// The board of pictures, in rows of four: a row is what a scanning frame goes into, and what wraps in half on a phone.

import type { ComponentChildren } from 'preact'
import { board } from '../../form/board.ts'
import { t } from '../../wording/words.ts'
import { Picture } from '../components/picture.tsx'

const ROW = 4

/**
 * How many letters the longest word under a picture has. A mark over or under a letter takes no room, and a word of two
 * can stand on two lines; the stylesheet makes places so wide that none breaks inside.
 */
export const longest = (): string => {
  const words = board.flatMap(name => t(`pictures.${name}`).split(/[\s-]/))
  return `--longest: ${Math.max(...words.map(word => word.replace(/\p{M}/gu, '').length))}`
}

/** One picture of the board: its number, its name in words, and its drawing. */
export interface Thing {
  readonly n: number
  readonly name: string
  readonly picture: ComponentChildren
}

interface BoardProps {
  /** How many of the board's pictures there are to choose from, from the first on. */
  readonly of: number
  /** The id of the words that say what they are for. */
  readonly labelledBy: string
  /** What stands in each place. */
  readonly children: (thing: Thing) => ComponentChildren
}

const rowsOf = (of: number): Thing[][] => {
  const all = board.slice(0, of).map((name, n) => ({
    n,
    name: t(`pictures.${name}`),
    picture: <Picture of={`board-${name}`} />,
  }))
  return Array.from({ length: Math.ceil(of / ROW) }, (_, row) => all.slice(row * ROW, (row + 1) * ROW))
}

export const Board = ({ of, labelledBy, children }: BoardProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset's name would be read again before every picture
  <div class="things" style={longest()} role="group" aria-labelledby={labelledBy}>
    {rowsOf(of).map(row => (
      <div key={row[0]?.n} class="options small row">
        {row.map(children)}
      </div>
    ))}
  </div>
)
