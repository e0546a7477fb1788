// How to read without leading: one short page for whoever helps.

import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'

const rules = [1, 2, 3, 4, 5, 6, 7, 8] as const

export const Guide = ({ close }: { readonly close: () => void }) => (
  <>
    <Heading>{t('supporter.guide')}</Heading>
    <ol class="rules">
      {rules.map(n => (
        <li key={n}>{t(`supporter.guide${n}`)}</li>
      ))}
    </ol>
    <div class="onward">
      <Button kind="main" onPress={close}>
        {t('close')}
      </Button>
    </div>
  </>
)
