// The short screens at an end: can't be used, not sealed, thank you, erased.

import type { Settings } from '../../protocol/tablet.ts'
import type { Scene, Tablet } from '../../tablet/tablet.ts'
import { dayWords, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Beside } from './beside.tsx'
import { Door } from './news.tsx'

interface UnableProps {
  readonly why: 'write' | 'seal'
  readonly staff: () => void
}

export const Unable = ({ why, staff }: UnableProps) => (
  <>
    <Heading>{t('unable.title')}</Heading>
    <p class="lead">{t(`unable.${why}`)}</p>
    <p>{t('unable.lost')}</p>
    <p>{t('unable.do')}</p>
    <div class="onward">
      <Button onPress={staff}>{t('welcome.staff')}</Button>
    </div>
  </>
)

export const Unsealed = ({ tablet }: { readonly tablet: Tablet }) => (
  <>
    <Heading>{t('unsealed.title')}</Heading>
    <p class="lead">{t('unsealed.text')}</p>
    <div class="onward">
      <Button onPress={() => void tablet.go.pause()}>{t('unsealed.keep')}</Button>
      <Button kind="main" onPress={() => void tablet.go.sealAgain()}>
        {t('unsealed.again')}
      </Button>
    </div>
  </>
)

interface ThanksProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'thanks' }>
  readonly settings: Settings | undefined
  /** Shows the six pictures with which the form can be taken back. */
  readonly slip: () => void
  /** Shows what has changed. */
  readonly news: () => void
}

export const Thanks = ({ tablet, scene, settings, slip, news }: ThanksProps) => (
  <>
    <div class="hail">
      <Mark />
    </div>
    <Heading>{t('thanks.title')}</Heading>
    <p class="lead">
      <Beside of="thanks">{t('thanks.sealed')}</Beside>
    </p>
    {scene.slip && (
      <>
        <h2>{t('thanks.slip')}</h2>
        <p>{t('thanks.slipnote')}</p>
        <p>
          <Button onPress={slip}>{t('thanks.slipgo')}</Button>
        </p>
      </>
    )}
    <h2>{t('thanks.next')}</h2>
    <ul class="next">
      <li>
        <Beside of="leaves">{t('thanks.leaves')}</Beside>
      </li>
      <li>
        <Beside of="calendar">
          {settings ? t('thanks.count', { day: dayWords(settings.nextCount) }) : t('thanks.nocount')}
        </Beside>
      </li>
      <li>
        <Beside of="wait">{t('thanks.nights')}</Beside>
      </li>
      {settings && (
        <li>
          <Beside of="count">{t('thanks.enough', { n: settings.threshold })}</Beside>
        </li>
      )}
      <li>
        <Beside of="talk">{t('thanks.told')}</Beside>
      </li>
      {settings?.told && <li>{t('welcome.told', { day: dayWords(settings.told, false) })}</li>}
    </ul>
    <Door settings={settings} open={news} />
    <div class="onward">
      <Button kind="main" onPress={() => tablet.go.welcome()}>
        {t('thanks.done')}
      </Button>
    </div>
  </>
)

export const Erased = ({ tablet }: { readonly tablet: Tablet }) => (
  <>
    <Heading>{t('erased.title')}</Heading>
    <p class="lead">
      <Beside of="erased">{t('erased.text')}</Beside>
    </p>
    <div class="onward">
      <Button kind="main" onPress={() => tablet.go.welcome()}>
        {t('erased.done')}
      </Button>
    </div>
  </>
)
