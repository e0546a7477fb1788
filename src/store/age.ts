// How old a waiting draft is: by the time that the tablet has run, and by nights that are plausible. A clock that jumps
// makes nothing old, and no time of day of a person is kept.

/** Minutes, since the draft was last saved: run, lain between runs, and run since the last lying. */
export interface Age {
  readonly ran: number
  readonly gaps: number
  readonly since: number
}

/** A draft that was saved just now. */
export const young: Age = { ran: 0, gaps: 0, since: 0 }

/** Minutes from one beat to the next, and to which the time of one is rounded. */
export const BEAT = 15

/** Minutes after which a draft is erased; at most so many of them lain, and at least so many run since the last lying. */
const KEPT = 20 * 60
const MOST_GAPS = 16 * 60
const SETTLED = 60

/** The beat that a moment belongs to, from milliseconds since 1970: a number that counts quarters of an hour. */
export const beatOf = (milliseconds: number): number => Math.floor(milliseconds / (BEAT * 60_000))

/** Older by minutes of running. */
export const ranOn = ({ ran, gaps, since }: Age, minutes: number): Age => ({
  ran: ran + minutes,
  gaps,
  since: since + minutes,
})

/** Whether a tablet may have lain for so many minutes: more, or fewer than none, is a clock that jumped. */
export const isPlausible = (minutes: number): boolean => minutes >= 0 && minutes <= MOST_GAPS

/** Older by what lay between two beats, if that is plausible; a person then has an hour in any case. */
export function lay({ ran, gaps }: Age, from: number, to: number): Age {
  const minutes = (to - from) * BEAT
  return { ran, gaps: gaps + (isPlausible(minutes) ? minutes : 0), since: 0 }
}

/** Whether a draft has had its hours. One of an earlier version has no age yet. */
export const isOver = (age: Age | undefined): boolean =>
  age !== undefined && age.ran + Math.min(age.gaps, MOST_GAPS) >= KEPT && age.since >= SETTLED
