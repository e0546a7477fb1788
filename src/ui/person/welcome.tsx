// Welcome: in whose language, how it should look, who helps; then the card.

import { useState } from 'preact/hooks'
import type { Helper } from '../../form/form.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { speaks } from '../../speech/speaks.ts'
import { fitted, isOn, type Voice } from '../../tablet/fitted.ts'
import type { Packs, Tablet, WaitingDraft } from '../../tablet/tablet.ts'
import { dayWords, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { AloudIcon, BigIcon, CalmIcon, EasyIcon, HelperIcon, Mark } from '../components/icons.tsx'
import { Options } from '../components/options.tsx'
import { Tick } from '../components/tick.tsx'
import type { AsideKind } from './aside.tsx'
import { Drafts, Helping, Names } from './late.tsx'
import { Door } from './news.tsx'
import { offered } from './voice.ts'

interface WelcomeProps {
  readonly tablet: Tablet
  readonly settings: Settings | undefined
  readonly packs: Packs
  readonly drafts: readonly WaitingDraft[]
  /** The tablet's permission has ended: it asks nothing that would not arrive. */
  readonly ended?: boolean
  readonly voice: Voice
  /** Shows everything in another voice at once, before there is a form to hold it. */
  readonly speak: (voice: Voice) => void
  readonly open: (kind: AsideKind) => void
}

export function Welcome(props: WelcomeProps) {
  const { tablet, settings, packs, drafts, ended, voice, speak, open } = props
  const [helping, help] = useState(false)
  const { language, manner } = voice
  const go = (helper: Helper) => tablet.go.card(language, manner, helper)
  const change = (more: Partial<Voice['manner']>) => speak({ language, manner: { ...manner, ...more } })
  const easy = manner.words === 'easy'
  const big = manner.size !== 'normal'
  // A ward without further languages asks nothing about them.
  const tongues = offered(settings, packs)
  if (helping) return <Helping back={() => help(false)} go={go} />
  return (
    <>
      <div class="hail">
        <Mark />
        <p class="ward">
          {settings && <strong dir="auto">{settings.ward.name}</strong>}{' '}
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
          {tongues.length > 1 && (
            <div class="tongues">
              <h2 id="language">{t('welcome.language')}</h2>
              <Options
                small
                name="language"
                labelledBy="language"
                options={tongues.map(({ tag, name }) => ({ code: tag, label: name, lang: tag }))}
                chosen={language}
                word={t('chosen')}
                onChoose={tag => speak(fitted(settings, { language: tag, manner }))}
              />
              <div class="names">
                <Names languages={tongues} />
              </div>
            </div>
          )}
          <h2>{t('welcome.how')}</h2>
          <div class="options small ways">
            {isOn(settings, language, 'easy') && (
              <Tick
                picture={<EasyIcon />}
                label={t('welcome.easy')}
                on={easy}
                word={t('on')}
                onToggle={() => change({ words: easy ? 'standard' : 'easy' })}
              />
            )}
            <Tick
              picture={<BigIcon />}
              label={t('welcome.bigger')}
              on={big}
              word={t('on')}
              onToggle={() => change({ size: big ? 'normal' : 'larger' })}
            />
            {(speaks(language) || manner.aloud) && (
              <Tick
                picture={<AloudIcon />}
                label={t('welcome.aloud')}
                on={manner.aloud}
                word={t('on')}
                onToggle={() => change({ aloud: !manner.aloud })}
              />
            )}
            <Tick
              picture={<CalmIcon />}
              label={t('welcome.calm')}
              on={manner.calm}
              word={t('on')}
              onToggle={() => change({ calm: !manner.calm })}
            />
            <Button kind="quiet" onPress={() => open('look')}>
              {t('welcome.ways')}
            </Button>
          </div>
          <div class="onward">
            <Button onPress={() => help(true)}>
              <HelperIcon /> {t('welcome.helper')}
            </Button>
            <Button kind="main" onPress={() => go('nobody')}>
              {t('welcome.start')}
            </Button>
          </div>
        </>
      )}
      {(settings?.envelopes ?? 1) > 1 && (
        <p>
          <Button kind="quiet" onPress={() => tablet.takeBack.open(language, manner)}>
            {t('welcome.takeback')}
          </Button>
        </p>
      )}
      <Door settings={settings} open={() => open('heard')} />
    </>
  )
}
