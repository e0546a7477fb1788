// A long count shows itself and can be ended. It says how far it has come, and never how many forms there are.

import type { House } from '../house.ts'
import { log } from '../log.ts'

/** The count was ended between two forms; nothing has changed, and it begins anew when the day's work next comes to it. */
export class Ended extends Error {
  override name = 'Ended'
}

/** Milliseconds between two lines. A count that takes less says nothing. */
const EVERY = 5000

/** What a count calls after each chunk, with the forms looked at so far. Throws Ended when the server is about to stop. */
export function progress({ clock, ends }: House, box: string, all: number): (done: number) => void {
  let last = clock.now().getTime()
  return done => {
    if (ends?.aborted) throw new Ended('the server stops')
    const now = clock.now().getTime()
    if (now - last < EVERY) return
    last = now
    log(`The box ${box} is being counted: ${Math.min(99, Math.floor((100 * done) / all))} in 100.`)
  }
}
