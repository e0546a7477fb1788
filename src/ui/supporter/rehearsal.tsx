// Try one first, with the board: a question that has nothing to do with the ward, and that is kept nowhere.

import { useState } from 'preact/hooks'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import type { Option } from '../components/options.tsx'
import type { Asks } from './board.tsx'
import { Sides } from './sides.tsx'

interface RehearsalProps {
  readonly answers: readonly Option[]
  /** What can be asked for without a form; the rest is of this question alone. */
  readonly asks: Pick<Asks, 'pause' | 'stop'>
  readonly close: () => void
}

/** As often as the person likes: its answer lives here alone and is gone with it. */
export function Rehearsal({ answers, asks, close }: RehearsalProps) {
  const [chosen, choose] = useState<string | undefined>()
  const [turned, turn] = useState(false)
  const [other, say] = useState(false)
  const answer = answers.find(one => one.code === chosen)?.label
  return (
    <>
      <p class="lead">{t('practice.lead')}</p>
      <Sides
        script={{
          id: 'practice',
          turned,
          turn: () => turn(!turned),
          statement: t('practice.title'),
          answers: answers.map(({ label }) => label),
          other: other ? t('practice.none') : '',
        }}
        board={{
          name: 'practice',
          labelledBy: 'practice',
          options: answers,
          chosen,
          choose,
          asks: { ...asks, again: () => say(false), unclear: () => say(true), skip: close },
        }}
      />
      <p class="why" role="status">
        {t(answer ? 'practice.done' : 'practice.how', { answer: answer ?? '' })}
      </p>
      <div class="onward">
        <Button kind="main" onPress={close}>
          {t('practice.back')}
        </Button>
      </div>
    </>
  )
}
