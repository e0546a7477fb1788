// A form that somebody helps with: each statement with its two sides, until the person sends the helper's away.

import { useState } from 'preact/hooks'
import { itemAt } from '../../form/step.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Asked, type SupportedProps } from './asked.tsx'

/** What it remembers lasts as long as the form is open on the screen, and no longer. */
export function Supported(props: SupportedProps) {
  const { tablet, scene, plain } = props
  const [alone, leave] = useState(false)
  const [turned, turn] = useState(false)
  // The statement whose answer was given alone, until it is given anew: whoever comes back does not see it.
  const [apart, keep] = useState<string | undefined>()
  const item = scene.form.state === 'answering' ? itemAt(scene.form) : undefined
  if (!item) return plain
  if (!alone) {
    const step: typeof tablet.go.step = event => {
      if (event.type === 'choose') keep(undefined)
      tablet.go.step(event)
    }
    const veiled = apart === item ? new Set([...scene.veiled, item]) : scene.veiled
    return (
      <Asked
        key={item}
        {...props}
        tablet={{ ...tablet, go: { ...tablet.go, step } }}
        scene={{ ...scene, veiled }}
        item={item}
        turned={turned}
        turn={() => turn(!turned)}
        alone={() => leave(true)}
      />
    )
  }
  const back = () => {
    keep(scene.form.sheet.answers[item] && item)
    leave(false)
  }
  return (
    <>
      {plain}
      <div class="onward">
        <Button kind="quiet" onPress={back}>
          {t('supporter.together')}
        </Button>
      </div>
    </>
  )
}
