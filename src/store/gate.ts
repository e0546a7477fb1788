// The gate before a draft that was put away with two pictures: how often somebody has tried. The pictures themselves are
// in the draft's encrypted rows; the tries are in its record, so that they outlive a reload.

import { MOST_MISSES } from '../form/board.ts'
import type { Database } from './database.ts'
import type { DraftRecord } from './records.ts'

export interface Gates {
  /** Tries left; undefined for a draft without a gate, or none at all. */
  left(id: string): Promise<number | undefined>
  /**
   * Counts a try, before anybody knows whether it is right: when the disk refuses, nobody learns it. Resolves to whether
   * there was one left.
   */
  attempt(id: string): Promise<boolean>
  /** The try was right and is not counted. */
  spare(id: string): Promise<void>
}

/** Tries left of a record; undefined where it has no gate. */
export const leftOf = ({ tries }: DraftRecord): number | undefined =>
  tries === undefined ? undefined : Math.max(0, MOST_MISSES - tries)

export function createGates({ drafts, read, write }: Database): Gates {
  return {
    async left(id) {
      const record = await read(() => drafts.get(id))
      return record && leftOf(record)
    },
    attempt(id) {
      // Kept over both runs: after a commit of which nobody heard, the second finds the try counted.
      let counted: number | undefined
      return write(async () => {
        const now = await drafts.get(id)
        if (now?.tries === undefined) return false
        if (counted !== undefined && now.tries >= counted) return true
        if (now.tries >= MOST_MISSES) return false
        counted = now.tries + 1
        await drafts.put({ ...now, tries: counted })
        return true
      })
    },
    spare(id) {
      let from: number | undefined
      return write(async () => {
        const now = await drafts.get(id)
        if (!now?.tries || (from !== undefined && now.tries < from)) return
        from = now.tries
        await drafts.put({ ...now, tries: from - 1 })
      })
    },
  }
}
