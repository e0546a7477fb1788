// The curtain: calm, in nobody's manner, and with nothing of any form on it.

import { useState } from 'preact/hooks'
import type { Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Drafts, Shape } from './drafts.tsx'

interface CurtainProps {
  readonly tablet: Tablet
  readonly drafts: readonly WaitingDraft[]
  /** True when a form that was asked for can't be read any more. */
  readonly unreadable: boolean
}

export function Curtain({ tablet, drafts, unreadable }: CurtainProps) {
  const [asked, ask] = useState<WaitingDraft | undefined>()
  if (asked) return <Sure tablet={tablet} draft={asked} leave={() => ask(undefined)} />
  return (
    <>
      <div class="hail">
        <Mark />
      </div>
      <Heading>{t('curtain.title')}</Heading>
      <p class="lead">{t('curtain.text')}</p>
      {unreadable && (
        <p class="note" role="alert">
          {t('curtain.unreadable')}
        </p>
      )}
      {drafts.length > 0 && <Drafts tablet={tablet} drafts={drafts} notMe={ask} />}
      <div class="onward">
        <Button onPress={() => tablet.go.welcome()}>{t('curtain.new')}</Button>
      </div>
    </>
  )
}

interface SureProps {
  readonly tablet: Tablet
  readonly draft: WaitingDraft
  readonly leave: () => void
}

/** One tap must not erase what somebody else said. */
function Sure({ tablet, draft, leave }: SureProps) {
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
