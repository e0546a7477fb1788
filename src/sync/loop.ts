// When the tablet talks to its server, as a state machine. Pure: the runner in sync.ts does what it says.
//
//             nudge                    done
//   still ───────────▶ talking ───────────────▶ still
//     ▲                │  ▲  │ sent, halve (talks on)
//     │           stuck│  │  └─┘
//     │                ▼  │ nudge, due
//     └─ (never)     waiting ──┐
//                      ▲  due  │ (talks again, failures + 1 on the next stuck)
//                      └───────┘
//
// A nudge while talking asks for one more round, so that a form sealed meanwhile does not wait for the next one. A nudge
// while waiting changes nothing where the server itself has said for how long.
//
// Batches begin small and double with each that arrives, so that a good line is soon used well; after a batch of which
// nothing was heard they begin smaller still, so that a thin line that breaks often gets something through.

import { MOST_ENVELOPES } from '../protocol/paths.ts'
import type { Held } from './deliver.ts'

export type Loop =
  | { readonly is: 'still'; readonly size: number }
  | { readonly is: 'talking'; readonly size: number; readonly failures: number; readonly again: boolean }
  | ({ readonly is: 'waiting'; readonly size: number; readonly failures: number } & Held)

export type LoopEvent =
  | { readonly type: 'nudge' }
  | { readonly type: 'due' }
  | { readonly type: 'sent' }
  | { readonly type: 'halve' }
  | { readonly type: 'done' }
  | ({ readonly type: 'stuck' } & Held)

/** Envelopes in the first batch, and in one after nothing came through. */
export const FIRST = 50

export const still: Loop = { is: 'still', size: FIRST }

/** The loop after the event; the very same where it does not apply. */
export function loop(state: Loop, event: LoopEvent): Loop {
  switch (state.is) {
    case 'still':
      return event.type === 'nudge' ? { is: 'talking', size: state.size, failures: 0, again: false } : state
    case 'waiting': {
      const wakes = event.type === 'due' || (event.type === 'nudge' && !state.after)
      return wakes ? { is: 'talking', size: state.size, failures: state.failures, again: false } : state
    }
    case 'talking':
      return talking(state, event)
  }
}

function talking(state: Extract<Loop, { is: 'talking' }>, event: LoopEvent): Loop {
  switch (event.type) {
    case 'nudge':
      return { ...state, again: true }
    case 'sent':
      return { ...state, failures: 0, size: Math.min(MOST_ENVELOPES, state.size * 2) }
    case 'halve':
      return { ...state, size: Math.max(1, Math.floor(state.size / 2)) }
    case 'done':
      return state.again ? { ...state, again: false } : { is: 'still', size: state.size }
    case 'stuck':
      return {
        is: 'waiting',
        size: Math.min(FIRST, state.size),
        // A server that says when to come back is well, and knows best: nobody's pauses double for it.
        failures: state.failures + (event.after ? 0 : 1),
        why: event.why,
        after: event.after,
      }
    case 'due':
      return state
  }
}

/**
 * Milliseconds until the next try: 1, 2, 4 … 300 seconds, each shortened by up to a half so that tablets spread out.
 * Never before the seconds that the server asked for, which are lengthened by up to a half; and never more than 300.
 */
export function pause(failures: number, random: () => number, after = 0): number {
  const chance = random() / 2
  const own = Math.min(300, 2 ** Math.max(0, failures - 1)) * (1 - chance)
  return Math.min(300, Math.max(own, after * (1 + chance))) * 1000
}
