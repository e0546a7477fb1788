// How the windows of one tablet keep out of each other's way: the browser's own locks, which end with the window.

import type { Outside } from './drafts.ts'

/** What drafts need of the browser's locks. */
export function windowLocks(locks: LockManager): Required<Pick<Outside, 'alone' | 'hold'>> {
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
