// The screen on which a form is taken back.
//
//   welcome ─▶ tapping ─▶ asking ─┬─▶ taken, asked, opened, unknown ─▶ welcome
//                 ▲               ├─▶ tries (wait an hour)
//                 └───────────────┴─▶ unasked (the disk refused: ask again)
//
// The six pictures pass through here and stay nowhere: not in the scene, not in a closure that outlives the asking.

import type { Scene, TakeBack, TakenBack } from './tablet.ts'
import type { Settable } from './watched.ts'

export interface TakingWith {
  readonly scene: Settable<Scene>
  /** Lets go of whatever the sitting was at: what it asked of the disk paints nothing over the board. */
  leave(): void
  /** Rejects when nothing could be asked. */
  ask(taps: readonly number[]): Promise<TakenBack>
}

export const createTakeBack = ({ scene, leave, ask }: TakingWith): TakeBack => ({
  open(language, manner) {
    leave()
    scene.set({ at: 'takeback', language, manner, is: 'tapping' })
  },
  async ask(taps) {
    const now = scene.get()
    if (now.at !== 'takeback' || now.is === 'asking') return
    const asking = { ...now, is: 'asking' } as const
    scene.set(asking)
    const is = await ask(taps).catch(() => 'unasked' as const)
    // Whoever has gone is not brought back, and whoever came since sees nothing of it.
    if (scene.get() === asking) scene.set({ ...now, is })
  },
})
