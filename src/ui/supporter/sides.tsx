// Two sides of one screen: the words to read, and the board to point at, which can face whoever sits opposite.

import type { ComponentProps } from 'preact'
import { Board } from './board.tsx'
import { Script } from './script.tsx'

interface SidesProps {
  readonly script: ComponentProps<typeof Script>
  readonly board: ComponentProps<typeof Board>
}

/** Turned by the stylesheet alone: names, and the order in which they are reached, stay as they are. */
export const Sides = ({ script, board }: SidesProps) => (
  <div class={script.turned ? 'sides turned' : 'sides'}>
    <Script {...script} />
    <Board {...board} />
  </div>
)
