// The short screens between: starting, sealing, and a page or a language that did not open.

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

export const Elsewhere = () => (
  <>
    <div class="hail">
      <Mark />
    </div>
    <Heading>{t('elsewhere.title')}</Heading>
    <p class="lead">{t('elsewhere.text')}</p>
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

/** Over a screen that is in the original's words, since those that were wanted did not come. */
export const Unworded = ({ again }: { readonly again: () => void }) => (
  <div class="note" role="status">
    <p>
      {t('later.title')}. {t('later.text')}
    </p>
    <Button kind="quiet" onPress={again}>
      {t('later.again')}
    </Button>
  </div>
)
