// The one door of the booklet's ideas, with their styles.

import { dress } from '../components/dress.ts'
import styles from '../model/model.css?url'
import { Learn } from './learn.tsx'

/** Its pages, once their styles are on. */
export async function room(): Promise<typeof Learn> {
  await dress(styles)
  return Learn
}
