// Long work of this process beside everybody else's requests: after each stretch of it they have their turn.

import { setImmediate } from 'node:timers/promises'
import type { Steps } from '../results/steps.ts'

/** Milliseconds of one stretch. */
const STRETCH = 20

/** Takes all steps, with a pause for others as soon as a stretch is over; what they come to. Not inside a transaction. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - began < STRETCH) continue
    await setImmediate()
    began = performance.now()
  }
}
