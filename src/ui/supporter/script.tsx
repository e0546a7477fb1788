// The supporter's side: the words to read, in their order, and nothing else to say.

import type { ComponentChildren } from 'preact'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'

interface ScriptProps {
  /** The id by which the board's answers are named after these words. */
  readonly id: string
  readonly stem?: string
  readonly statement: string
  /** The three answers in their order. */
  readonly answers: readonly string[]
  /** Says that these are other words than the first ones. */
  readonly other: string
  readonly turned: boolean
  readonly turn: () => void
  /** What is read beside the statement: what its words mean. */
  readonly children?: ComponentChildren
}

export const Script = ({ id, stem, statement, answers, other, turned, turn, children }: ScriptProps) => (
  <section class="script" aria-labelledby="script">
    <p id="script" class="side">
      {t('supporter.script')}
    </p>
    <div class="question">
      <Heading id={id}>
        {stem && <span class="stem">{stem}</span>} <span class="statement">{statement}</span>
      </Heading>
    </div>
    <ul class="say">
      {answers.map(answer => (
        <li key={answer}>{answer}</li>
      ))}
    </ul>
    <p class="other" role="status">
      {other}
    </p>
    {children}
    <p class="silence">{t('supporter.silence')}</p>
    <Button kind="quiet" onPress={turn}>
      {t(turned ? 'supporter.turnback' : 'supporter.turn')}
    </Button>
  </section>
)
