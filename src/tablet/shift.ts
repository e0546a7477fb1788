// Shift end: what staff may know of the outbox, and nothing of what is in it.

import type { Progress } from '../sync/sync.ts'
import type { Shift, ShiftState } from './tablet.ts'

/** What the outbox says of itself. */
export interface Tally {
  readonly waiting: number
  readonly setAside: number
  readonly lastSent: string | undefined
}

/** The shift screen's state from the outbox, the loop once it runs, and whether the app is whole without a network. */
export function shiftOf(tally: Tally, progress: Progress | undefined, ready: boolean): Shift {
  return { ...tally, ready, state: progress ? stateOf(progress) : { is: 'still' } }
}

function stateOf({ loop, arrived, of }: Progress): ShiftState {
  switch (loop.is) {
    case 'talking':
      return of > 0 ? { is: 'sending', arrived, of } : { is: 'still' }
    case 'waiting':
      return { is: 'stuck', why: loop.why, arrived, of }
    case 'still':
      return of > 0 ? { is: 'arrived', arrived, of } : { is: 'still' }
  }
}
