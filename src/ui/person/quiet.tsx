// The short screens between: starting, sealing, and a page that did not open.

import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'

export const Waiting = ({ what }: { readonly what: 'starting' | 'sealing' }) => (
  <>
    <div class="hail">
      <Mark />
    </div>
    <Heading>{t(`${what}.title`)}</Heading>
  </>
)

export const Unopened = ({ again }: { readonly again: () => void }) => (
  <>
    <Heading>{t('later.title')}</Heading>
    <p class="lead">{t('later.text')}</p>
    <div class="onward">
      <Button kind="main" onPress={again}>
        {t('later.again')}
      </Button>
    </div>
  </>
)
