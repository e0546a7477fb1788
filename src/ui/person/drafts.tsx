// Waiting drafts as cards of a shape and a colour, which say nothing of what is in them; and what may become of one.

import type { Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
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

/** What could not be done with a form: it can't be opened, or it is not erased. */
export const Refused = ({ erasing }: { readonly erasing: boolean }) => (
  <p class="note" role="alert">
    {t(erasing ? 'curtain.unerased' : 'curtain.unreadable')}
  </p>
)

interface SureProps {
  readonly tablet: Tablet
  readonly draft: WaitingDraft
  readonly leave: () => void
}

/** One tap must not erase what somebody else said. */
export function Sure({ tablet, draft, leave }: SureProps) {
  const erase = () => {
    leave()
    void tablet.go.notMe(draft.id)
  }
  const { colour, shape } = draft
  return (
    <>
      <div class="hail">
        <Shape of={shape} colour={colour} />
      </div>
      <Heading>{t('curtain.sure', { colour: t(`curtain.${colour}`), shape: t(`curtain.${shape}`) })}</Heading>
      <p class="lead">{t('curtain.surenote')}</p>
      <div class="onward">
        <Button kind="main" onPress={leave}>
          {t('curtain.go')}
        </Button>
        <Button onPress={erase}>{t('curtain.erase')}</Button>
      </div>
    </>
  )
}
