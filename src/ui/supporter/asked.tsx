// One statement as it is asked for somebody: read out on one side, pointed at on the other.

import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { evaluation } from '../../instrument/evaluation.ts'
import { source } from '../../instrument/source.ts'
import type { Settings } from '../../protocol/tablet.ts'
import type { FormScene, Tablet } from '../../tablet/tablet.ts'
import { isEasy, type Plainness, t, wordingIn } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import type { Option } from '../components/options.tsx'
import { Picture } from '../components/picture.tsx'
import { Progress } from '../components/progress.tsx'
import { isBooklet, ladder, meantAll, plainnessOf } from './ladder.ts'
import { Meanings } from './meanings.tsx'
import { Sides } from './sides.tsx'

/** What a form needs that somebody helps with. */
export interface SupportedProps {
  readonly tablet: Tablet
  readonly scene: FormScene
  readonly settings: Settings | undefined
  /** The screen as it is without a helper. */
  readonly plain: ComponentChildren
  readonly answers: readonly Option[]
  /** Says whose words those of a plainness are. */
  readonly Whose: ComponentType<{ readonly how?: Plainness }>
  /** Lays the booklet's own words over the page. */
  readonly open: (kind: 'original') => void
}

interface AskedProps extends SupportedProps {
  readonly item: string
  readonly turned: boolean
  readonly turn: () => void
  readonly alone: () => void
}

/** Keyed by its statement: which words were said is forgotten at the next. */
export function Asked(props: AskedProps) {
  const { tablet, scene, settings, item, answers, Whose, open, turned, turn, alone } = props
  const { step } = tablet.go
  const { outline, answers: all } = scene.form.sheet
  const [at, climb] = useState(0)
  const [asked, ask] = useState(0)
  const [pressed, press] = useState(false)
  // When the words stand there: heard by what reads aloud, where it does.
  useEffect(() => {
    if (asked > 0) document.dispatchEvent(new Event('reread'))
  }, [asked])
  const rungs = ladder(settings)
  const rung = rungs[at] ?? 'none'
  const words = wordingIn(plainnessOf(rung))
  const shown = !scene.veiled.has(item)
  const given = all[item]
  const missing = given === undefined
  const waits = missing || !scene.saved
  const n = outline.items.indexOf(item) + 1
  const of = outline.items.length
  const why = missing ? t(pressed ? 'statement.first' : 'statement.choose') : t('statement.saving')
  const meaning = rung === 'means' || rung === 'none'
  return (
    <>
      <Progress words={t('statement.progress', { n, of })} label={t('statement.bar')} value={n} of={of} />
      {scene.refused && (
        <p class="note" role="alert">
          {t('statement.refused')}
        </p>
      )}
      {!shown && <p class="note">{t('supporter.earlier')}</p>}
      {shown && given === 'skipped' && <p class="note">{t('statement.skipped')}</p>}
      <Sides
        script={{
          id: 'statement',
          turned,
          turn,
          stem: words.stem,
          statement: words.items[item] ?? '',
          answers: evaluation.choices.map(({ code }) => words.choices[code]),
          other: rung === 'easy' ? t('supporter.other') : rung === 'none' ? t('supporter.nomore') : '',
          children: meaning && <Meanings of={meantAll(item, t('meaning.task'))} />,
        }}
        board={{
          name: item,
          labelledBy: 'statement',
          options: evaluation.choices.map(({ code }) => ({
            ...answers.find(answer => answer.code === code),
            code,
            label: words.choices[code],
          })),
          chosen: shown && given !== 'skipped' ? given : undefined,
          choose(code) {
            const choice = evaluation.choices.find(one => one.code === code)
            if (choice) step({ type: 'choose', item, choice: choice.code })
          },
          asks: {
            again() {
              climb(0)
              ask(asked + 1)
            },
            unclear() {
              climb(Math.min(at + 1, rungs.length - 1))
              ask(asked + 1)
            },
            skip: () => step({ type: 'skip' }),
            pause: () => step({ type: 'keep' }),
            stop: () => step({ type: 'stop' }),
          },
          picture: (isEasy() || rung === 'easy') && <Picture of={item} />,
          alone,
        }}
      />
      <p id="why" class={pressed && waits ? 'why pressed' : 'why'} role="status">
        {missing || (waits && pressed) ? why : ''}
      </p>
      <div class="onward">
        <Button onPress={() => step({ type: 'back' })}>{t('statement.back')}</Button>
        <Button
          kind="main"
          unavailable={waits}
          describedBy={waits ? 'why' : undefined}
          onPress={() => (waits ? press(true) : step({ type: 'continue' }))}
        >
          {t('statement.continue')}
        </Button>
      </div>
      {isBooklet(rung) ? (
        <p class="credit">{source.attribution}</p>
      ) : (
        <div class="whose">
          <Whose how={plainnessOf(rung)} />
          <Button kind="quiet" onPress={() => open('original')}>
            {t('statement.original')}
          </Button>
        </div>
      )}
    </>
  )
}
