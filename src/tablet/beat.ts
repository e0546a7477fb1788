// While the app runs, waiting drafts grow older, a quarter of an hour at a time; those that have had their hours go.

import { BEAT, beatOf, isPlausible } from '../store/age.ts'
import type { Database } from '../store/database.ts'
import type { Drafts } from '../store/draft.ts'
import { createHours } from '../store/hours.ts'
import type { Scene } from './tablet.ts'
import type { Settable } from './watched.ts'

const MINUTE = 60_000

/**
 * Two clocks, in milliseconds: the tablet's own, which may jump, and one that only counts what has run. On some systems
 * that one goes on while the tablet sleeps, on others (Android, iOS) it stands still.
 */
export interface Clocks {
  wall(): number
  steady(): number
}

export interface BeatWith {
  readonly database: Database
  readonly drafts: Pick<Drafts, 'expire'>
  readonly scene: Settable<Scene>
  readonly clocks: Clocks
}

/** Begins with the night before this start; resolves to the beat, which is called every quarter of an hour. */
export async function startBeat({ database, drafts, scene, clocks }: BeatWith): Promise<() => Promise<void>> {
  const hours = createHours(database)
  let last = clocks.steady()
  let before = beatOf(clocks.wall())

  /** A card of what is gone would open nothing. */
  async function clear(): Promise<void> {
    const gone = await drafts.expire()
    const now = scene.get()
    if (gone.length === 0 || !('drafts' in now)) return
    scene.set({ ...now, drafts: now.drafts.filter(({ id }) => !gone.includes(id)) })
  }

  await hours.woke(before)
  await clear()
  return async () => {
    const now = clocks.steady()
    const minutes = Math.round((now - last) / MINUTE)
    last = now
    const at = beatOf(clocks.wall())
    const unrun = (at - before) * BEAT - minutes
    before = at
    // Longer than from beat to beat it has slept, which is no running, by whichever clock that can be told.
    const slept = minutes > 2 * BEAT || (unrun > 2 * BEAT && isPlausible(unrun))
    await (slept ? hours.woke(at) : hours.ran(minutes, at))
    await clear()
  }
}

/** Keeps the beat for as long as the page is there. A disk that refuses is asked again at the next. */
export function keepBeat(how: Omit<BeatWith, 'clocks'>): void {
  const clocks = { wall: () => Date.now(), steady: () => performance.now() }
  const begin = () => startBeat({ ...how, clocks })
  let beating = begin()
  const beat = () =>
    beating.then(
      next => next(),
      () => {
        beating = begin()
        return beating
      },
    )
  beating.catch(() => undefined)
  setInterval(() => void beat().catch(() => undefined), BEAT * MINUTE)
}
