// How long the tablet keeps what it needs only in case a server is restored from a backup.

import { KEPT_DAYS } from '../protocol/paths.ts'

/** More days than a tablet lies in a drawer: beyond this the clock has jumped. */
const ABSURD_DAYS = 400

/**
 * What becomes today of what was noted on a day; both are such as 2026-03-01. 'go' after 35 days; 'anew' when the clock
 * has jumped absurdly: then the days begin anew and nothing goes.
 */
export function fate(from: string, today: string): 'stay' | 'go' | 'anew' {
  const age = (Date.parse(today) - Date.parse(from)) / 86_400_000
  if (!(age >= -1 && age <= ABSURD_DAYS)) return 'anew'
  return age >= KEPT_DAYS ? 'go' : 'stay'
}
