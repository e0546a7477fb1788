// The one door of supported mode: its screens with their styles, so that nobody carries them who is not helped.

import { dress } from '../components/dress.ts'
import styles from '../supporter.css?url'
import { Guide } from './guide.tsx'
import { Rehearsal } from './rehearsal.tsx'
import { Supported } from './supported.tsx'

const screens = { Guide, Rehearsal, Supported }

/** Its screens, once their styles are on. */
export async function room(): Promise<typeof screens> {
  await dress(styles)
  return screens
}
