// Stop asks one thing, and for no reason; Erase is never first or biggest.

import { useState } from 'preact/hooks'
import { answered } from '../../form/form.ts'
import type { FormScene, Tablet } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Beside } from './beside.tsx'

interface StopProps {
  readonly tablet: Tablet
  readonly scene: FormScene
}

export function Stop({ tablet, scene }: StopProps) {
  const [pressed, press] = useState(false)
  const { step } = tablet.go
  const none = answered(scene.form.sheet).length === 0
  return (
    <>
      <Heading>{t('stop.title')}</Heading>
      <p class="lead">{t('stop.lead')}</p>
      <ul class="choices">
        <li>
          <Button
            unavailable={none || !scene.saved}
            describedBy="send"
            onPress={() => (none ? press(true) : step({ type: 'send' }))}
          >
            <Beside of="send">{t('stop.send')}</Beside>
          </Button>
          <p
            id="send"
            class={pressed && none ? 'pressed' : ''}
            role="status"
            data-quiet={none || scene.saved ? undefined : ''}
          >
            {t(none ? 'stop.sendnone' : scene.saved ? 'stop.sendnote' : 'statement.saving')}
          </p>
        </li>
        <li>
          <Button describedBy="keep" onPress={() => step({ type: 'keep' })}>
            <Beside of="keep">{t('stop.keep')}</Beside>
          </Button>
          <p id="keep">
            {t('stop.keepnote')} {t('stop.keephours')}
          </p>
        </li>
        <li>
          <Button describedBy="erase" onPress={() => step({ type: 'erase' })}>
            <Beside of="erase">{t('stop.erase')}</Beside>
          </Button>
          <p id="erase">{t('stop.erasenote')}</p>
        </li>
        <li>
          <Button onPress={() => step({ type: 'go-back' })}>
            <Beside of="back">{t('stop.back')}</Beside>
          </Button>
        </li>
      </ul>
    </>
  )
}
