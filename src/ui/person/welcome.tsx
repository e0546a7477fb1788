// Welcome: in whose language, how it should look, who helps; then the card.

import { useState } from 'preact/hooks'
import { type Helper, type Manner, plainManner } from '../../form/form.ts'
import type { Settings } from '../../protocol/tablet.ts'
import type { Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { dayWords, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Options } from '../components/options.tsx'
import { Drafts, Helping } from './late.tsx'
import { Look } from './look.tsx'

interface WelcomeProps {
  readonly tablet: Tablet
  readonly settings: Settings | undefined
  readonly drafts: readonly WaitingDraft[]
  /** The tablet's permission has ended: it asks nothing that would not arrive. */
  readonly ended?: boolean
  /** Shows the manner at once, before there is a form to hold it. */
  readonly show: (manner: Manner) => void
}

/** In their own names, each in its own language. */
const languages = [{ code: 'en', label: 'English' }]

export function Welcome({ tablet, settings, drafts, ended, show }: WelcomeProps) {
  const [language, speak] = useState('en')
  const [manner, change] = useState(plainManner)
  const [helping, help] = useState(false)
  const present = (next: Manner) => {
    change(next)
    show(next)
  }
  const go = (helper: Helper) => tablet.go.card(language, manner, helper)
  if (helping) return <Helping back={() => help(false)} go={go} />
  return (
    <>
      <div class="hail">
        <Mark />
        <p class="ward">
          {settings && <strong>{settings.ward.name}</strong>}{' '}
          {settings && settings.ward.countedWith.length > 0 && (
            <span>{t('together', { wards: settings.ward.countedWith.join(', ') })}</span>
          )}
        </p>
        <Button kind="quiet" onPress={() => tablet.go.shift()}>
          {t('welcome.staff')}
        </Button>
      </div>
      <Heading>{t('welcome.title')}</Heading>
      <p class="lead">{t('welcome.lead')}</p>
      {settings?.told && <p class="note">{t('welcome.told', { day: dayWords(settings.told, false) })}</p>}
      {drafts.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t('welcome.waiting')}</h2>
          <Drafts tablet={tablet} drafts={drafts} />
        </section>
      )}
      {ended ? (
        <p class="note">{t('welcome.ended')}</p>
      ) : (
        <>
          <h2 id="language">{t('welcome.language')}</h2>
          <Options
            small
            name="language"
            labelledBy="language"
            options={languages}
            chosen={language}
            word={t('chosen')}
            onChoose={speak}
          />
          <h2>{t('welcome.how')}</h2>
          <Look manner={manner} change={present} />
          <div class="onward">
            <Button onPress={() => help(true)}>{t('welcome.helper')}</Button>
            <Button kind="main" onPress={() => go('nobody')}>
              {t('welcome.start')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
