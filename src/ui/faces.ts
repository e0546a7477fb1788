// The faces of further languages, put on once a ward has any: Welcome names each in its own script.

import { dress } from './components/dress.ts'
import styles from './faces.css?url'

/** Puts them on. */
export const wearFaces = (): Promise<unknown> => dress(styles)
