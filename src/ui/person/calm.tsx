// What every curtain has: that nothing is shown here, and the way to a new form.

import type { ComponentChildren } from 'preact'
import type { Tablet } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Beside } from './beside.tsx'

interface CalmProps {
  readonly tablet: Tablet
  readonly children?: ComponentChildren
}

export const Calm = ({ tablet, children }: CalmProps) => (
  <>
    <div class="hail">
      <Mark />
    </div>
    <Heading>{t('curtain.title')}</Heading>
    <p class="lead">
      <Beside of="curtain">{t('curtain.text')}</Beside>
    </p>
    {children}
    <div class="onward">
      <Button onPress={() => tablet.go.welcome()}>{t('curtain.new')}</Button>
    </div>
  </>
)
