// What can be laid over a screen without leaving it: Help, More, a practice question, what the words mean.

import { useState } from 'preact/hooks'
import type { Choice } from '../../instrument/instrument.ts'
import { contactKinds } from '../../protocol/contacts.ts'
import type { Settings } from '../../protocol/tablet.ts'
import type { Voice } from '../../tablet/fitted.ts'
import type { Packs } from '../../tablet/tablet.ts'
import { choiceLabel, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Options } from '../components/options.tsx'
import { answerOptions, choiceOf } from './answers.ts'
import { Beside } from './beside.tsx'
import { late, Rehearsal, Slip } from './bring.tsx'
import { Close, type Closing } from './close.tsx'
import { Look, type LookProps } from './look.tsx'
import { Heard } from './news.tsx'
import { Original } from './whose.tsx'

// What only some want to know comes when they ask.
const Meaning = late(() => import('./meaning.tsx').then(file => file.Meaning))
const More = late(() => import('./more.tsx').then(file => file.room()))

export type AsideKind = 'help' | 'more' | 'practice' | 'meaning' | 'original' | 'look' | 'slip' | 'heard'

interface AsideProps {
  readonly kind: AsideKind
  readonly settings: Settings | undefined
  readonly packs: Packs
  /** The statement that lies under it, if one does. */
  readonly item: string | undefined
  readonly voice: Voice
  /** Shows everything in another voice; undefined where nobody may choose one. */
  readonly speak: ((voice: Voice) => void) | undefined
  readonly close: () => void
  /** The six pictures of the form that was sealed here just now. */
  readonly slip: readonly number[] | undefined
  /** What Stop and Pause do, where somebody helps with the practice question. */
  readonly helped: { readonly stop: () => void; readonly pause: () => void } | undefined
}

export function Aside({ kind, settings, packs, item, voice, speak, close, slip, helped }: AsideProps) {
  if (kind === 'slip') return slip ? <Slip taps={slip} close={close} /> : null
  if (kind === 'heard') return <Heard settings={settings} close={close} />
  if (kind === 'practice' && helped)
    return <Rehearsal answers={answerOptions()} asks={helped} close={close} />
  if (kind === 'practice') return <Practice close={close} />
  if (kind === 'meaning') return <Meaning item={item} close={close} />
  if (kind === 'original') return <Original item={item} close={close} />
  if (kind === 'look' && speak) return <Ways {...{ settings, packs, voice, speak, close }} />
  if (kind === 'more') return <More settings={settings} close={close} />
  return (
    <>
      <Heading>{t('help.title')}</Heading>
      <p class="lead">
        <strong>{t('help.today')}</strong> {t('help.safe')}
      </p>
      {settings ? (
        <ul class="contacts">
          {contactKinds.map(which => (
            <li key={which}>
              <Beside of={which}>
                <span>{t(`help.${which}`)}</span>
                <strong>
                  <bdi>{settings.contacts[which].name}</bdi>
                </strong>
                <span class="phone">
                  <bdi dir="ltr">{settings.contacts[which].phone}</bdi>
                </span>
              </Beside>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('help.none')}</p>
      )}
      <p>{t('help.phone')}</p>
      <Close close={close} />
      {speak && <h2>{t('help.look')}</h2>}
      {speak && <Look {...{ settings, packs, voice, speak }} />}
    </>
  )
}

type WaysProps = LookProps & Closing

const Ways = ({ close, ...look }: WaysProps) => (
  <>
    <Heading>{t('look.title')}</Heading>
    <p class="lead">{t('look.lead')}</p>
    <Look {...look} />
    <Close close={close} />
  </>
)

/** Its answer lives here alone and is gone with it. */
function Practice({ close }: Closing) {
  const [chosen, choose] = useState<Choice | undefined>()
  return (
    <>
      <p class="lead">
        {t('practice.lead')} {t('practice.how')}
      </p>
      <div class="question">
        <Heading id="practice">
          <span class="statement">{t('practice.title')}</span>
        </Heading>
      </div>
      <Options
        name="practice"
        labelledBy="practice"
        options={answerOptions()}
        chosen={chosen}
        word={t('chosen')}
        onChoose={code => choose(choiceOf(code))}
      />
      <p class="why" role="status">
        {chosen ? t('practice.done', { answer: choiceLabel(chosen) }) : t('practice.none')}
      </p>
      <div class="onward">
        <Button kind="main" onPress={close}>
          {t('practice.back')}
        </Button>
      </div>
    </>
  )
}
