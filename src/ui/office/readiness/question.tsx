// One question: what has been said, what was said in earlier versions, and a place to say something.

import { useEffect, useRef, useState } from 'preact/hooks'
import { ownVoices, type Voice } from '../../../improve/readiness.ts'
import { readiness } from '../../../instrument/readiness.ts'
import { dayWords, say, readinessWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { Done } from '../notice.tsx'
import { Page } from '../page.tsx'
import { Source } from './document.tsx'
import { SayForm, type Start } from './form.tsx'
import { readinessPaths } from './places.ts'
import { answerWords, type Question, questions, whoWords } from './said.ts'
import type { Shared } from './shared.ts'
import { Stands, Told } from './standing.tsx'
import { useStrike } from './strike.tsx'

export function QuestionPage({ service, reply, whose, question, put }: Shared & { question: Question }) {
  const [checker, ...older] = reply.checkers
  const [start, begin] = useState<Start>({ n: 0 })
  const [done, setDone] = useState<string>()
  const form = useRef<HTMLHeadingElement>(null)
  const now = useRef<HTMLHeadingElement>(null)
  // Each form is a new one: whoever was in the last finds themselves at what comes next.
  useEffect(() => {
    if (start.n > 0) (done ? now : form).current?.focus()
  }, [start])

  const through = whose.role === 'advocate' ? ({ through: 'advocate' } as const) : {}
  const open = checker?.state === 'open' && whose.role !== 'reader' ? checker : undefined
  const act = (voice: Voice, again: boolean) => {
    const { question, by, together } = voice
    const isTheirs = open && ownVoices(open, { question, by, together, ...through }).includes(voice)
    if (!open || !(again || isTheirs)) return null
    const named = { who: whoWords(voice), answer: answerWords(voice.answer) }
    return (
      <p class="office-noprint">
        <button
          type="button"
          class="office-plain"
          aria-label={say(again ? words.form.againOf : words.form.changeOf, named)}
          onClick={() => {
            setDone(undefined)
            begin({ n: start.n + 1, from: voice, change: !again })
          }}
        >
          {again ? words.form.again : words.form.change}
        </button>
      </p>
    )
  }

  const strike = useStrike({ reply, put }, () => {
    setDone(words.strike.done)
    now.current?.focus()
  })

  const { finished } = words.versions
  return (
    <Page title={question.text} {...whose}>
      <p class="ready-kind">{readiness.activityHeading}</p>
      <p class="ready-of">{question.activity.label}</p>
      <p class="ready-kind">{readiness.commitmentHeading}</p>
      <p class="ready-of">{question.commitment}</p>
      <section aria-labelledby="now">
        <h2 id="now" ref={now} tabIndex={-1}>
          {words.question.saidNow}
        </h2>
        {checker ? (
          <Stands checker={checker} question={question.id} act={act} strike={strike} />
        ) : (
          <p>{words.noneYet}</p>
        )}
        {checker?.state === 'finished' && whose.role !== 'reader' && (
          <p class="office-quiet">{words.question.frozen}</p>
        )}
      </section>
      <Done>{done}</Done>
      {open && (
        <SayForm
          key={start.n}
          heading={form}
          checker={open}
          question={question.id}
          start={start}
          drop={() => begin({ n: start.n + 1 })}
          kept={(after, voice) => {
            put(after, voice.id)
            begin({ n: start.n + 1 })
            setDone(say(words.form.kept, { answer: answerWords(voice.answer), who: whoWords(voice) }))
          }}
        />
      )}
      <Neighbours service={service.id} question={question} />
      {older.length > 0 && (
        <section aria-labelledby="older">
          <h2 id="older">{words.question.history}</h2>
          {older.map(one => (
            <div key={one.id} class="ready-older">
              <h3>
                {one.state === 'finished' &&
                  say(finished, { began: dayWords(one.began), finished: dayWords(one.finished) })}
              </h3>
              {one.voices.some(voice => voice.question === question.id) ? (
                <Told voices={one.voices.filter(voice => voice.question === question.id)} strike={strike} />
              ) : (
                <p class="office-quiet">{words.question.nothingThere}</p>
              )}
            </div>
          ))}
        </section>
      )}
      <Source />
    </Page>
  )
}

/** The ways to the questions beside this one, and to all of them. */
function Neighbours({ service, question }: { service: string; question: Question }) {
  const at = questions.indexOf(question)
  const [earlier, next] = [questions[at - 1], questions[at + 1]]
  const to = ({ id }: Question) => readinessPaths.question(service, id)
  return (
    <nav class="office-row office-noprint ready-ways" aria-label={words.question.ways}>
      {next && <Link to={to(next)}>{words.question.next}</Link>}
      {earlier && <Link to={to(earlier)}>{words.question.earlier}</Link>}
      <Link to={readinessPaths.checker(service)}>{words.question.back}</Link>
    </nav>
  )
}
