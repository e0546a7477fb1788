// What every reply to a tablet carries: by it the tablet notices a server that was restored from a backup.

import type { House } from './house.ts'
import { readMark } from './queries/marks.ts'

/** The server's time, its epoch and how many batches it has ever stored. */
export async function standing(house: House) {
  return {
    epoch: (await readMark(house.db, 'epoch')) ?? '',
    batches: Number((await readMark(house.db, 'batches')) ?? 0),
    now: house.clock.now().toISOString(),
  }
}
