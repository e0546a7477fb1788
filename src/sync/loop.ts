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
// A nudge while talking asks for one more round, so that a form sealed meanwhile does not wait for the next one.

import type { Stuck } from './deliver.ts'

export type Loop =
  | { readonly is: 'still'; readonly size: number }
  | { readonly is: 'talking'; readonly size: number; readonly failures: number; readonly again: boolean }
  | { readonly is: 'waiting'; readonly size: number; readonly failures: number; readonly why: Stuck }

export type LoopEvent =
  | { readonly type: 'nudge' }
  | { readonly type: 'due' }
  | { readonly type: 'sent' }
  | { readonly type: 'halve' }
  | { readonly type: 'done' }
  | { readonly type: 'stuck'; readonly why: Stuck }

/** Envelopes in a batch at most. */
export const MOST = 100

export const still: Loop = { is: 'still', size: MOST }

/** The loop after the event; the very same where it does not apply. */
export function loop(state: Loop, event: LoopEvent): Loop {
  switch (state.is) {
    case 'still':
      return event.type === 'nudge' ? { is: 'talking', size: state.size, failures: 0, again: false } : state
    case 'waiting': {
      const wakes = event.type === 'nudge' || event.type === 'due'
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
      return { ...state, failures: 0, size: Math.min(MOST, state.size * 2) }
    case 'halve':
      return { ...state, size: Math.max(1, Math.floor(state.size / 2)) }
    case 'done':
      return state.again ? { ...state, again: false } : { is: 'still', size: state.size }
    case 'stuck':
      return { is: 'waiting', size: state.size, failures: state.failures + 1, why: event.why }
    case 'due':
      return state
  }
}

/** Milliseconds until the next try: 1, 2, 4 … 300 seconds, each shortened by up to a half so that tablets spread out. */
export function pause(failures: number, random: () => number): number {
  const seconds = Math.min(300, 2 ** Math.max(0, failures - 1))
  return seconds * 1000 * (1 - random() / 2)
}
