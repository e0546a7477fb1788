// The one door of the staff's screens, with their styles, so that nobody else carries them.

import { dress } from '../components/dress.ts'
import styles from '../staff.css?url'
import { Cleaning } from './cleaning.tsx'
import { Enrol } from './enrol.tsx'
import { ShiftEnd } from './shift.tsx'

const screens = { Cleaning, Enrol, ShiftEnd }

/** Its screens, once their styles are on. */
export async function room(): Promise<typeof screens> {
  await dress(styles)
  return screens
}
