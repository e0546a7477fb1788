// How the tablet is, in plain words: the worst first, each with what to do.

import type { Health } from '../../tablet/tablet.ts'
import { say, staffWords } from '../../wording/staff.ts'

/** A line; `does`: it asks staff to do something, and `now`: before anybody is given the tablet again. */
export interface Line {
  readonly says: string
  readonly does: boolean
  readonly now: boolean
}

/** Bytes that a day of forms, a newer version and its languages need together. */
const ENOUGH = 60_000_000

/** How many of the lines are urgent: what stops it, a full disk, and a wrong clock. */
const URGENT = 4

/** All that is to be said of a tablet. */
export function linesOf({ failing, room, clock, persisted, installed }: Health): readonly Line[] {
  const { health } = staffWords
  const left = room ? room.of - room.used : ENOUGH
  const mb = Math.max(0, Math.floor(left / 1_000_000))
  const lines: readonly (readonly [bad: boolean, asks: string, says: string | undefined])[] = [
    [failing === 'write', health.write, undefined],
    [failing === 'seal', health.seal, undefined],
    [left < ENOUGH, say(health.full, { mb }), room && health.room],
    [clock === 'wrong', health.wrong, undefined],
    [!persisted, health.unkept, health.kept],
    [!installed, health.browser, health.installed],
    [clock === 'unsure', health.unsure, clock === 'right' ? health.right : undefined],
  ]
  const said = lines.flatMap(([bad, asks, well], n) => {
    const says = bad ? asks : well
    return says === undefined ? [] : [{ says, does: bad, now: bad && n < URGENT }]
  })
  return [...said.filter(({ does }) => does), ...said.filter(({ does }) => !does)]
}
