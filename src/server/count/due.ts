// Which boxes are counted when: each for every day of it that has come, one after the other.

import { firstOfNextMonth } from '../clock.ts'
import type { House } from '../house.ts'
import { beat, catchUp } from '../ledger.ts'
import { log, logError } from '../log.ts'
import { dueBoxes, todayAt } from '../queries/boxes.ts'
import { newId } from '../secrets.ts'
import { type Counted, countUntilDone, type Watch } from './count.ts'
import { KeyMissing } from './halves.ts'
import { Ended } from './progress.ts'

/**
 * Counts every box for every day of it that has come. `house.db` must be no transaction. A box that fails is logged and
 * left for the next time. To be called by a timer and by a demonstration; no request may lead here otherwise.
 */
export async function runDueCounts(house: House, watch: Watch = () => undefined): Promise<Counted[]> {
  await beat(house)
  const due = await dueBoxes(house)
  if (due.length === 0) return []
  await catchUp(house)
  const done: Counted[] = []
  for (const box of inNoOrder(house, await dueBoxes(house))) {
    try {
      for (let day = box.next_count; day <= todayAt(house, box); day = firstOfNextMonth(day))
        done.push(await countUntilDone(house, box, day, watch))
    } catch (error) {
      if (error instanceof Ended) return done
      if (error instanceof KeyMissing)
        log(`The box ${box.id} waits: its private key ${error.key} is not here.`)
      else logError(`the count of the box ${box.id}`, error)
    }
  }
  return done
}

// Servers that wake up together would otherwise open each box both, and one of them for nothing.
const inNoOrder = <T>({ random }: House, boxes: readonly T[]): T[] =>
  boxes
    .map(box => ({ box, at: newId(random) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ box }) => box)
