// Makes waiting drafts older: at each start by the night before it, and at each beat by what the tablet has run.

import { type Age, lay, ranOn, young } from './age.ts'
import type { Database } from './database.ts'

/** Under which name the last beat lies: when the tablet last ran, to a quarter of an hour. */
const LAST_BEAT = 'last-beat'

/** What makes drafts older. Beats count quarters of an hour. */
export interface Hours {
  /** The app has started, or woken, at this beat. */
  woke(beat: number): Promise<void>
  /** The app has run for so many minutes, up to this beat. */
  ran(minutes: number, beat: number): Promise<void>
}

export function createHours({ drafts, settings, read, write }: Database): Hours {
  async function grow(beat: number, older: (age: Age, last: number) => Age): Promise<void> {
    const before = await read(() => Promise.all([drafts.toArray(), settings.get(LAST_BEAT)]))
    const last = (before[1]?.value as number | undefined) ?? beat
    await write(async () => {
      for (const was of before[0]) {
        const now = await drafts.get(was.id)
        // Saved meanwhile it is young again, and run twice this is done already.
        if (now?.last !== was.last || now.age?.ran !== was.age?.ran || now.age?.gaps !== was.age?.gaps)
          continue
        await drafts.put({ ...now, age: older(was.age ?? young, last) })
      }
      await settings.put({ name: LAST_BEAT, value: beat })
    })
  }

  return {
    woke: beat => grow(beat, (age, last) => lay(age, last, beat)),
    ran: (minutes, beat) => grow(beat, age => ranOn(age, minutes)),
  }
}
