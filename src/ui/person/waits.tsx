// What stands on the curtain where forms wait, or could not be opened or erased; and what is asked before one is erased.

import type { Scene, Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Shape } from '../components/shape.tsx'
import { Drafts } from './drafts.tsx'

interface WaitsProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'curtain' }>
  /** Somebody says that a form is not theirs. */
  readonly notMe: (draft: WaitingDraft) => void
}

export const Waits = ({ tablet, scene: { drafts, unreadable, unerased }, notMe }: WaitsProps) => (
  <>
    {(unreadable || unerased) && (
      <p class="note" role="alert">
        {t(unerased ? 'curtain.unerased' : 'curtain.unreadable')}
      </p>
    )}
    {drafts.length > 0 && <Drafts tablet={tablet} drafts={drafts} notMe={notMe} />}
  </>
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
