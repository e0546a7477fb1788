// A form was put away: whether two pictures shall stand before it. Nothing of the form is here.

import type { Scene, Tablet } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Heading } from '../components/heading.tsx'
import { Two } from './two.tsx'

interface PausingProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'pausing' }>
}

export const Pausing = ({ tablet, scene }: PausingProps) => (
  <>
    <Heading>{t('gate.title')}</Heading>
    <p id="lead" class="lead">
      {t('gate.lead')}
    </p>
    {scene.refused && (
      <p class="note" role="alert">
        {t('later.text')}
      </p>
    )}
    <Two
      labelledBy="lead"
      without={{
        words: t('gate.none'),
        note: t('gate.nonenote'),
        go: () => void tablet.go.put(undefined),
      }}
      go={pictures => void tablet.go.put(pictures)}
    />
    <p>
      {t('gate.what')} {t('gate.forget')}
    </p>
    <p>{t('stop.keephours')}</p>
  </>
)
