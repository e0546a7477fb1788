// What can be laid over a screen without leaving it: Help, More, a practice question, what the words mean.

import { useState } from 'preact/hooks'
import type { Manner } from '../../form/form.ts'
import type { Choice } from '../../instrument/instrument.ts'
import { source } from '../../instrument/source.ts'
import { contactKinds } from '../../protocol/contacts.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { choiceLabel, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Options } from '../components/options.tsx'
import { answerOptions, choiceOf } from './answers.ts'
import { Look } from './look.tsx'

export type AsideKind = 'help' | 'more' | 'practice' | 'meaning'

interface AsideProps {
  readonly kind: AsideKind
  readonly settings: Settings | undefined
  /** How the form is shown; undefined where there is no form to change. */
  readonly manner: Manner | undefined
  readonly present: (manner: Manner) => void
  readonly close: () => void
}

export function Aside({ kind, settings, manner, present, close }: AsideProps) {
  if (kind === 'practice') return <Practice close={close} />
  if (kind === 'meaning') return <Meaning close={close} />
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
              <span>{t(`help.${which}`)}</span>
              <strong>{settings.contacts[which].name}</strong>
              <span class="phone">{settings.contacts[which].phone}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('help.none')}</p>
      )}
      <p>{t('help.phone')}</p>
      <Close close={close} />
      {manner && <h2>{t('help.look')}</h2>}
      {manner && <Look manner={manner} change={present} />}
    </>
  )
}

interface Closing {
  readonly close: () => void
}

const Close = ({ close }: Closing) => (
  <div class="onward">
    <Button kind="main" onPress={close}>
      {t('close')}
    </Button>
  </div>
)

const More = ({ settings, close }: Closing & Pick<AsideProps, 'settings'>) => (
  <>
    <Heading>{t('more.title')}</Heading>
    <h2>{t('more.private')}</h2>
    <p>{t('more.name')}</p>
    <p>{t('more.seal')}</p>
    <p>
      {t('more.count')} {settings && t('more.least', { n: settings.threshold })}
    </p>
    <p>
      {t('more.limit')} {t('more.limit2')}
    </p>
    <p>{t('more.watch')}</p>
    <h2>{t('more.words')}</h2>
    <p>
      {t('more.wordstext')} {t('more.alone')}
    </p>
    <p class="cite">{source.citation}</p>
    <p class="cite">{source.licence}</p>
    <Close close={close} />
  </>
)

const Meaning = ({ close }: Closing) => (
  <>
    <Heading>{t('meaning.title')}</Heading>
    <h2>{t('meaning.booklet')}</h2>
    <blockquote>
      <p>“{source.meaning}”</p>
      <footer>{source.attribution}</footer>
    </blockquote>
    <h2>{t('meaning.ours')}</h2>
    <p>{t('meaning.text')}</p>
    <p>{t('meaning.text2')}</p>
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
