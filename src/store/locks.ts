// How the windows of one tablet keep out of each other's way: the browser's own locks, which end with the window.

import type { Outside } from './draft.ts'

/** What drafts need of the browser's locks. An engine that has none works on: its one window keeps its own order. */
export function windowLocks(
  locks: LockManager | undefined,
): Pick<Outside, 'alone'> & Partial<Pick<Outside, 'hold'>> {
  if (!locks) return { alone: inTurn() }
  return {
    alone: work => locks.request('equal-voice drafts', work),
    hold: name =>
      new Promise((resolve, reject) => {
        const held = (lock: Lock | null) =>
          lock ? new Promise<void>(release => resolve(release)) : resolve(undefined)
        locks.request(name, { ifAvailable: true }, held).catch(reject)
      }),
  }
}

/** One after the other, in this window. */
function inTurn(): Outside['alone'] {
  let turn: Promise<unknown> = Promise.resolve()
  return work => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
}
