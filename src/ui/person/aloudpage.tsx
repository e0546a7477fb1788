// Reading aloud, with the clips of this tablet.

import { clipsOf } from '../../tablet/clips.ts'
import { Aloud, type AloudProps } from './aloud.tsx'

/** What reads the page that is shown. */
export const AloudPage = (page: Omit<AloudProps, 'clips'>) => <Aloud {...page} clips={clipsOf} />
