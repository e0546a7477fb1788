// One statement: the largest thing on the screen, its three answers, Back and Continue.

import { useState } from 'preact/hooks'
import { source } from '../../instrument/source.ts'
import type { FormScene, Tablet } from '../../tablet/tablet.ts'
import { isEasy, isOriginal, itemWords, stem, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Options } from '../components/options.tsx'
import { Progress } from '../components/progress.tsx'
import { answerOptions, choiceOf } from './answers.ts'
import type { AsideKind } from './aside.tsx'
import { Pictured } from './bring.tsx'
import { Whose } from './late.tsx'

interface StatementProps {
  readonly tablet: Tablet
  readonly scene: FormScene
  readonly n: number
  readonly open: (kind: AsideKind) => void
}

export function Statement({ tablet, scene, n, open }: StatementProps) {
  const { outline, answers, helper } = scene.form.sheet
  const item = outline.items[n - 1] ?? ''
  const given = answers[item]
  const veiled = scene.veiled.has(item)
  const missing = given === undefined
  const waits = missing || !scene.saved
  const [pressed, press] = useState('')
  const { step } = tablet.go
  const of = outline.items.length
  const chosen = veiled || given === 'skipped' ? undefined : given
  const why = missing ? t(pressed === item ? 'statement.first' : 'statement.choose') : t('statement.saving')
  const onward = () => (waits ? press(item) : step({ type: 'continue' }))
  return (
    <>
      <Progress words={t('statement.progress', { n, of })} label={t('statement.bar')} value={n} of={of} />
      <div class={isEasy() ? 'question pictured' : 'question'}>
        {isEasy() && <Pictured of={item} />}
        <Heading id="statement" of={item}>
          <span class="stem">{stem()}</span> <span class="statement">{itemWords(item)}</span>
        </Heading>
        <p class="asides">
          <Button kind="quiet" onPress={() => open('meaning')}>
            {t('statement.meaning')}
          </Button>
          {!isOriginal() && (
            <Button kind="quiet" onPress={() => open('original')}>
              {t('statement.original')}
            </Button>
          )}
        </p>
      </div>
      {scene.refused && (
        <p class="note" role="alert">
          {t('statement.refused')}
        </p>
      )}
      {veiled && <p class="note">{t(helper === 'nobody' ? 'statement.veiled' : 'supporter.earlier')}</p>}
      {!veiled && given === 'skipped' && <p class="note">{t('statement.skipped')}</p>}
      <Options
        key={item}
        name={item}
        labelledBy="statement"
        options={answerOptions()}
        chosen={chosen}
        word={t('chosen')}
        onChoose={code => step({ type: 'choose', item, choice: choiceOf(code) })}
      />
      <p id="why" class={pressed === item && waits ? 'why pressed' : 'why'} role="status">
        {missing || (waits && pressed === item) ? why : ''}
      </p>
      <div class="onward">
        <Button onPress={() => step({ type: 'back' })}>{t('statement.back')}</Button>
        <Button kind="main" unavailable={waits} describedBy={waits ? 'why' : undefined} onPress={onward}>
          {t('statement.continue')}
        </Button>
      </div>
      {isOriginal() ? <p class="credit">{source.attribution}</p> : <Whose />}
    </>
  )
}
