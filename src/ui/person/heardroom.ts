// The one door of what has changed, with its styles: only who asks carries it.

import { dress } from '../components/dress.ts'
import styles from '../heard.css?url'
import { Heard } from './heard.tsx'

/** Its pages, once their styles are on. */
export async function room(): Promise<typeof Heard> {
  await dress(styles)
  return Heard
}
