// Whether a tablet may be wiped or handed in: nothing that somebody said may be lost by it.

import type { Wipe, WipeReason } from './tablet.ts'

/** What lies on the tablet, and whether the server was heard just now. */
export interface Lying {
  readonly waiting: number
  readonly setAside: number
  readonly drafts: number
  /** Slips that the server has not answered: a wipe would count forms that people took back. */
  readonly slips: number
  readonly heard: boolean
  /** The day on which the server was last heard. */
  readonly since: string | undefined
}

/** The answer, with every reason against it. */
export function wipeOf({ waiting, setAside, drafts, slips, heard, since }: Lying): Wipe {
  const reasons: readonly WipeReason[] = [
    { is: 'waiting', n: waiting },
    { is: 'set-aside', n: setAside },
    { is: 'drafts', n: drafts },
    { is: 'slips', n: slips },
    { is: 'unheard', n: heard ? 0 : 1 },
  ]
  const why = reasons.filter(({ n }) => n > 0)
  return why.length === 0 ? { may: true } : { may: false, why, since }
}
