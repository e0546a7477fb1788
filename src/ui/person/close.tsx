// The way back from what lies over a screen.

import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'

export interface Closing {
  readonly close: () => void
}

/** The one button that goes back to the screen beneath. */
export const Close = ({ close }: Closing) => (
  <div class="onward">
    <Button kind="main" onPress={close}>
      {t('close')}
    </Button>
  </div>
)
