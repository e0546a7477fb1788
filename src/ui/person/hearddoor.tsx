// The way to what has changed, from Welcome and from Thank you; and, in a line, that a box has stayed closed.

import type { Settings } from '../../protocol/tablet.ts'
import { heardWords } from '../../wording/heard.ts'
import { Button } from '../components/button.tsx'
import { marksOf } from './heardwords.ts'

/** Brings the pages that it opens. */
export const pages = () => import('./heardroom.ts').then(file => file.room())

interface DoorProps {
  readonly settings: Settings
  readonly open: () => void
}

/** Last on its page: it comes a moment later, and nothing may move under a finger. */
export function Door({ settings, open }: DoorProps) {
  const words = heardWords()
  return (
    <div class="news" {...marksOf(words)}>
      {isTold(settings.closed) && <p class="note">{words.say('closed')}</p>}
      <Button kind="quiet" onPress={open}>
        {words.say('title')}
      </Button>
    </div>
  )
}

// Parsed by the page that tells the whole of it: here one thing alone matters.
const isTold = (closed: unknown): boolean => typeof closed === 'object' && closed !== null && 'told' in closed
