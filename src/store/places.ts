// Which place a tablet has for the file halves, found out where it runs.

import { databaseHalves } from './fallback.ts'
import { fileHalves, type Halves } from './halves.ts'

/** The halves of this tablet: in files where the engine has them; what an older engine wrote is found all the same. */
export function tabletHalves(): Halves {
  const files = typeof navigator.storage?.getDirectory === 'function'
  const places: readonly [Halves, ...Halves[]] = files ? [fileHalves(), databaseHalves()] : [databaseHalves()]
  return {
    write: (form, half) => places[0].write(form, half),
    async read(form) {
      for (const place of places) {
        const half = await place.read(form)
        if (half) return half
      }
      return undefined
    },
    remove: async form => void (await Promise.all(places.map(place => place.remove(form)))),
    list: async () => (await Promise.all(places.map(place => place.list()))).flat(),
  }
}
