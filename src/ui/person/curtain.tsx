// The curtain: calm, in nobody's manner, and with nothing of any form on it. A tablet that is switched on begins with it.

import { useState } from 'preact/hooks'
import type { Scene, Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Beside } from './beside.tsx'
import { Drafts, Refused, Sure } from './late.tsx'

interface CurtainProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'curtain' }>
}

export function Curtain({ tablet, scene }: CurtainProps) {
  const { drafts, unreadable, unerased } = scene
  const [asked, ask] = useState<WaitingDraft | undefined>()
  if (asked) return <Sure tablet={tablet} draft={asked} leave={() => ask(undefined)} />
  return (
    <>
      <div class="hail">
        <Mark />
      </div>
      <Heading>{t('curtain.title')}</Heading>
      <p class="lead">
        <Beside of="curtain">{t('curtain.text')}</Beside>
      </p>
      {(unreadable || unerased) && <Refused erasing={unerased !== undefined} />}
      {drafts.length > 0 && <Drafts tablet={tablet} drafts={drafts} notMe={ask} />}
      <div class="onward">
        <Button onPress={() => tablet.go.welcome()}>{t('curtain.new')}</Button>
      </div>
    </>
  )
}
