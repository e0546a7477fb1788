// Which further languages a ward wants, and which are whole here: known before the first screen is drawn.

import type { Settings } from '../protocol/tablet.ts'
import { inBuild } from '../wording/approved.ts'
import { packs } from '../wording/packs.ts'
import { MARK, SHELF } from '../wording/shelf.ts'

/** The further languages that the ward has switched on and this version can say. */
export const wanted = (settings: Settings | undefined): string[] => [
  ...new Set(
    (settings?.wordings ?? []).filter(inBuild).flatMap(id => {
      const [tag = ''] = id.split('/')
      return tag !== 'en' && packs[tag] ? [tag] : []
    }),
  ),
]

/** The languages that are whole on this tablet; none where there is no Cache Storage. */
export async function wholeHere(): Promise<string[]> {
  try {
    const mark = await caches.match(MARK, { cacheName: SHELF })
    return (await mark?.json()) ?? []
  } catch {
    return []
  }
}
