// A form that somebody helps with: each statement with its two sides, until the person sends the helper's away.

import { useState } from 'preact/hooks'
import { itemAt } from '../../form/step.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Asked, type SupportedProps } from './asked.tsx'

/** What it remembers lasts as long as the form is open on the screen, and no longer. */
export function Supported(props: SupportedProps) {
  const { scene, plain } = props
  const [alone, leave] = useState(false)
  const [turned, turn] = useState(false)
  const item = scene.form.state === 'answering' ? itemAt(scene.form) : undefined
  if (!item) return plain
  if (!alone) {
    return (
      <Asked
        key={item}
        {...props}
        item={item}
        turned={turned}
        turn={() => turn(!turned)}
        alone={() => leave(true)}
      />
    )
  }
  return (
    <>
      {plain}
      <div class="onward">
        <Button kind="quiet" onPress={() => leave(false)}>
          {t('supporter.together')}
        </Button>
      </div>
    </>
  )
}
