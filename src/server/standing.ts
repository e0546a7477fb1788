// What every reply to a tablet carries: by it the tablet notices a server that was restored from a backup.

import type { House } from './house.ts'
import { readMark } from './queries/marks.ts'
import { batchesOf, type EnrolledTablet } from './queries/tablets.ts'

/** The server's time, its epoch and how many batches of this tablet it has ever stored. */
export async function standing(house: House, tablet: EnrolledTablet) {
  return {
    epoch: (await readMark(house.db, 'epoch')) ?? '',
    batches: await batchesOf(house.db, tablet),
    now: house.clock.now().toISOString(),
  }
}
