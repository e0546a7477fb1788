// A form that somebody helps with: each statement with its two sides, until the person sends the helper's away.

import type { ComponentChildren, ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { itemAt } from '../../form/step.ts'
import type { Settings } from '../../protocol/tablet.ts'
import type { FormScene, Tablet } from '../../tablet/tablet.ts'
import { type Plainness, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import type { Option } from '../components/options.tsx'
import { Asked } from './asked.tsx'

export interface SupportedProps {
  readonly tablet: Tablet
  readonly scene: FormScene
  readonly settings: Settings | undefined
  /** The screen as it is without a helper. */
  readonly plain: ComponentChildren
  readonly answers: readonly Option[]
  /** Says whose words those of a plainness are. */
  readonly Whose: ComponentType<{ readonly how?: Plainness }>
  /** Lays the booklet's own words over the page. */
  readonly open: (kind: 'original') => void
}

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
