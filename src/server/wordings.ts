// What a service's tablets may show: what is switched on, as long as this version knows it and nobody withdrew it.

import type { Ground, WordingView } from '../protocol/wordings.ts'
import { type Known, wordingOf, wordings } from '../wording/provenance.ts'
import type { Database } from './database/database.ts'
import type { House } from './house.ts'
import { audit } from './queries/audit.ts'
import { type ServiceAt, type Switched, switchedOn, switchOff, switchOn } from './queries/wordings.ts'
import { refuse } from './refusal.ts'

const isUp = ({ wording }: Known): boolean => wording.state !== 'withdrawn'

/** Every wording with its state and, where it is on, its ground. The original is not listed: it is always on. */
export const wordingViews = async (db: Database, at: ServiceAt): Promise<WordingView[]> =>
  viewsOf(await switchedOn(db, at))

function viewsOf(switched: readonly Switched[]): WordingView[] {
  const on = new Map(switched.map(one => [one.wording, one]))
  return switchable.map(known => {
    const { id, state } = known.wording
    const found = isUp(known) ? on.get(id) : undefined
    return { id, state, on: found ? { ground: found.ground, since: found.since } : null }
  })
}

/** The ids of the wordings that a service's tablets may show beside the original. */
export const wordingsOn = async (db: Database, at: ServiceAt): Promise<string[]> =>
  idsOf(await switchedOn(db, at))

/** The same of what a service has switched on. */
export const idsOf = (switched: readonly Switched[]): string[] =>
  viewsOf(switched)
    .filter(one => one.on !== null)
    .map(one => one.id)

/** Every wording but the original. */
export const switchable: readonly Known[] = wordings.filter(({ kind }) => kind !== 'original')

/**
 * Switches a wording on, on a ground, or off for null. Refuses with 404.2 for one that can't be switched, 409.4 for one
 * that was withdrawn, 409.5 for an exception that does not reach so far.
 */
export async function switchWording(
  house: House,
  at: ServiceAt,
  id: string,
  ground: Ground | null,
): Promise<void> {
  const known = wordingOf(id)
  if (!known || !switchable.includes(known)) throw refuse('404.2')
  if (ground === null) {
    // What was off already is no event of anybody's.
    if (!(await switchOff(house.db, at, id))) return
    return audit(house, at.organisation, 'wording off', `${at.service} ${id}`)
  }
  if (!isUp(known)) throw refuse('409.4')
  // A translation makes nothing accessible by itself; plainer words with pictures do.
  if (ground.is === 'accessible-copy' && known.kind !== 'easy') throw refuse('409.5')
  await switchOn(house, at, id, ground)
  const reference = ground.is === 'permission' ? `: ${ground.reference}` : ''
  await audit(house, at.organisation, 'wording on', `${at.service} ${id} ${ground.is}${reference}`)
}
