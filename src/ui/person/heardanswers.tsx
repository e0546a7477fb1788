// You said, we did: what was answered to each release, in the leader's own words and with its day; or that nobody has yet.

import type { Answered } from '../../improve/heard.ts'
import type { ToldOnTablet } from '../../protocol/heard.ts'
import type { HeardWords } from '../../wording/heard.ts'
import { isEasy, language } from '../../wording/words.ts'
import { Beside } from './beside.tsx'
import { marksOf } from './heardwords.ts'

interface AnswersProps {
  readonly told: readonly ToldOnTablet[]
  readonly words: HeardWords
}

export const Answers = ({ told, words }: AnswersProps) => {
  const newest = told[0]?.told.slice(0, 4)
  const any = told.some(({ kind }) => kind === 'answered')
  return (
    <>
      {told.map(one => (
        <section key={one.told} class="told-on" {...marksOf(words)}>
          <h2>{words.say('told', { day: words.day(one.told, one.told.slice(0, 4) !== newest) })}</h2>
          {one.kind === 'unanswered' ? (
            <p>
              <Beside of="wait">{words.say('notyet')}</Beside>
            </p>
          ) : (
            one.answers.map((answer, n) => <Answer key={n} answer={answer} words={words} />)
          )}
        </section>
      ))}
      {any && language() !== 'en' && <p {...marksOf(words)}>{words.say('english')}</p>}
    </>
  )
}

interface AnswerProps {
  readonly answer: Answered
  readonly words: HeardWords
}

/** What people said and what staff do: two equal halves, of one size and one weight. */
const Answer = ({ answer, words }: AnswerProps) => (
  <div class="answered">
    <dl class="pair">
      <div>
        <dt>{words.say('said')}</dt>
        <dd>
          <Beside of="talk">
            <Theirs of={answer.said} />
          </Beside>
        </dd>
      </div>
      <div>
        <dt>{headOf(answer, words)}</dt>
        <dd>
          <Beside of="staff">
            <Theirs of={answer.state === 'refused' ? answer.reason : answer.did} />
          </Beside>
        </dd>
      </div>
    </dl>
    {answer.state !== 'refused' && (
      <p>
        <Beside of="calendar">{whenOf(answer, words)}</Beside>
      </p>
    )}
  </div>
)

/** A leader's own line: it is in English on pages of every language. */
const Theirs = ({ of }: { readonly of: Answered['said'] }) => (
  <span {...marksOf({ lang: 'en' })}>{isEasy() ? of.easy : of.plain}</span>
)

function headOf(answer: Answered, { say, day }: HeardWords): string {
  switch (answer.state) {
    case 'done':
      return say('did')
    case 'under way':
      return say('doing')
    case 'agreed':
      return say('will')
    case 'refused':
      return say('refused', { day: day(answer.on) })
  }
}

function whenOf(answer: Exclude<Answered, { state: 'refused' }>, { say, day }: HeardWords): string {
  if (answer.state === 'done') return say('done', { day: day(answer.on) })
  const by = day(answer.by)
  return answer.state === 'agreed' ? say('agreed', { day: day(answer.on), by }) : say('underway', { by })
}
