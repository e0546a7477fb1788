// The one door of what stands before a form that waits or was sealed, with its styles: only who asks carries it.

import { dress } from '../components/dress.ts'
import styles from '../gate.css?url'
import { Gate } from './gate.tsx'
import { Pausing } from './pausing.tsx'
import { Slip } from './slip.tsx'
import { TakeBack } from './takeback.tsx'

const screens = { Gate, Pausing, Slip, TakeBack }

/** Its screens, once their styles are on. */
export async function room(): Promise<typeof screens> {
  await dress(styles)
  return screens
}
