// The curtain as it falls: over whatever is of a person, also over what is still on its way to the screen.

import type { Scene } from './tablet.ts'
import type { Watched } from './watched.ts'

/** Scenes that stay as they are when nobody is there: nothing of a person is on them. */
const still = ['starting', 'unenrolled', 'unable', 'curtain', 'sealing', 'shift', 'cleaning', 'elsewhere']

/** Of these, the moments that end in a form or in the page with its slip: nobody would be there to see it but the next person. */
const moments = ['starting', 'sealing']

/** What is to be called when nobody is there; `pause` draws the curtain. */
export function falling(scene: Watched<Scene>, pause: () => void): () => void {
  let due = false
  scene.watch(() => {
    const { at } = scene.get()
    if (!due || moments.includes(at)) return
    due = false
    if (!still.includes(at)) pause()
  })
  return () => {
    const { at } = scene.get()
    if (!still.includes(at)) pause()
    else due = moments.includes(at)
  }
}
