// The names of the languages, to be heard, with the clips of this tablet.

import { nameClips } from '../../tablet/clips.ts'
import { HearNames, type NamesProps } from './aloudname.tsx'

/** What says the names of these languages. */
export const Names = (names: Omit<NamesProps, 'clips'>) => <HearNames {...names} clips={nameClips} />
