// A tablet on which Amina has answered the first statement, and the ways to put her form away and carry it on.

import { type Helper, type Pair, plainManner } from '../../src/form/form.ts'
import { createSitting } from '../../src/tablet/sitting.ts'
import type { FormScene, Scene } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import { fakeDrafts } from '../fakes/drafts.ts'
import { outline } from '../fakes/tablet.ts'

/** The two pictures that she chooses. */
export const TWO: Pair = [3, 7]
/** Once the disk has answered. */
export const settled = () => new Promise(resolve => setTimeout(resolve, 5))

/** A tablet on which somebody has answered the first statement; `drafts` may be what another window left. */
export async function tablet(helper: Helper = 'nobody', drafts = fakeDrafts()) {
  const scene = watched<Scene>({ at: 'welcome', drafts: [] })
  const handed: object[] = []
  const go = createSitting({
    scene,
    drafts,
    outline,
    newId: () => 'amina',
    ended: () => false,
    fitting: voice => voice,
    handOver: (draft, form) => async () => {
      handed.push(form.sheet)
      drafts.rows.delete(draft)
      return undefined
    },
  })
  const form = (): FormScene => {
    const now = scene.get()
    if (now.at !== 'form') throw new Error(`the tablet is at ${now.at}`)
    return now
  }
  const at = () => scene.get().at
  go.card('en', { ...plainManner, calm: true }, helper)
  await go.begin()
  go.step({ type: 'choose', item: 'eval-01', choice: 'not-at-all' })
  await settled()
  go.step({ type: 'continue' })
  await settled()
  /** Puts the form away with these pictures. */
  const putAway = async (pictures?: Pair) => {
    go.step({ type: 'keep' })
    await go.put(pictures)
    await settled()
  }
  /** To its gate, and there these. */
  const tryThese = async (pictures?: Pair) => {
    await go.carryOn('amina')
    await go.pass(pictures)
  }
  const finish = async () => {
    go.step({ type: 'stop' })
    await settled()
    go.step({ type: 'send' })
    await settled()
    return handed[0]
  }
  return { scene, drafts, go, form, at, putAway, tryThese, finish }
}
