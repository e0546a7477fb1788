// Waiting drafts as cards of a shape and a colour, which say nothing of what is in them.

import type { Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Shape } from '../components/shape.tsx'

interface DraftsProps {
  readonly tablet: Tablet
  readonly drafts: readonly WaitingDraft[]
  /** Asks before a form is erased; absent where that is not offered. Nobody is asked of one that has pictures. */
  readonly notMe?: (draft: WaitingDraft) => void
}

export function Drafts({ tablet, drafts, notMe }: DraftsProps) {
  return (
    <ul class="drafts">
      {drafts.map(draft => (
        <li key={draft.id}>
          <Shape of={draft.shape} colour={draft.colour} />
          <p id={`draft-${draft.id}`}>{formWords(draft)}</p>
          <Button
            kind="main"
            describedBy={`draft-${draft.id}`}
            onPress={() => void tablet.go.carryOn(draft.id)}
          >
            {t('curtain.carry')}
          </Button>
          {notMe && !draft.gated && (
            <Button kind="quiet" describedBy={`draft-${draft.id}`} onPress={() => notMe(draft)}>
              {t('curtain.notme')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

const formWords = ({ colour, shape }: WaitingDraft): string =>
  t('curtain.form', { colour: t(`curtain.${colour}`), shape: t(`curtain.${shape}`) })
