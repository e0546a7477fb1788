// The curtain: calm, in nobody's manner, and with nothing of any form on it. A tablet that is switched on begins with it.

import { useEffect, useState } from 'preact/hooks'
import type { Scene, Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Beside } from './beside.tsx'
import { Sure, Waits } from './late.tsx'

interface CurtainProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'curtain' }>
}

export function Curtain({ tablet, scene }: CurtainProps) {
  const { drafts, unreadable, unerased } = scene
  const waits = drafts.length > 0 || unreadable !== undefined || unerased !== undefined
  const [asked, ask] = useState<WaitingDraft | undefined>()
  const [held, hold] = useState(waits)
  // Where forms wait it comes with them: a button that moved when they came would meet another finger than it was for.
  useEffect(() => {
    const show = () => hold(false)
    if (held) void Waits.come().then(show, show)
  }, [])
  if (held) return null
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
      {waits && <Waits tablet={tablet} scene={scene} notMe={ask} />}
      <div class="onward">
        <Button onPress={() => tablet.go.welcome()}>{t('curtain.new')}</Button>
      </div>
    </>
  )
}
