// A version as a document: the seven activities in the booklet's order, each with its three questions and what was said.

import { answerSet, type Checker } from '../../../improve/readiness.ts'
import { readiness } from '../../../instrument/readiness.ts'
import { source } from '../../../instrument/source.ts'
import { dayWords, say, readinessWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { readinessPaths } from './places.ts'
import { answersWords, questions } from './said.ts'
import { Stands } from './standing.tsx'

interface DocumentProps {
  readonly checker: Checker
  /** Of the service and its organisation. */
  readonly name: string
  /** Whether something can be said here. */
  readonly open: boolean
}

export function Document({ checker, name, open }: DocumentProps) {
  return (
    <>
      <Particulars checker={checker} name={name} />
      <p class="ready-rules">{words.rules}</p>
      <p>{readiness.intro}</p>
      {readiness.activities.map(activity => (
        <section key={activity.id} class="ready-activity" aria-labelledby={activity.id}>
          <header class="ready-head">
            <p class="ready-kind">{readiness.activityHeading}</p>
            <h2 id={activity.id}>{activity.label}</h2>
          </header>
          {questions
            .filter(one => one.activity === activity)
            .map(({ id, text, commitment }) => (
              <article key={id} class="ready-question" aria-labelledby={id}>
                <div>
                  <p class="ready-kind">{commitment}</p>
                  <h3 id={id}>{text}</h3>
                  <p class="office-noprint">
                    <Link
                      to={readinessPaths.question(checker.setting, id)}
                      aria-label={say(open ? words.answerOf : words.readOf, { question: text })}
                    >
                      {open ? words.answer : words.read}
                    </Link>
                  </p>
                </div>
                <Stands checker={checker} question={id} />
              </article>
            ))}
        </section>
      ))}
      <Source />
    </>
  )
}

function Particulars({ checker, name }: Omit<DocumentProps, 'open'>) {
  const { term } = words
  const rows = [
    [term.service, name],
    [term.began, dayWords(checker.began)],
    [term.finished, checker.state === 'finished' ? dayWords(checker.finished) : term.open],
    [
      readiness.commitmentHeading,
      <ul key="commitment">
        {readiness.dimensions.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>,
    ],
    [term.answers, say(term.answersOurs, { answers: answersWords, whose: answerSet.whose })],
  ] as const
  return (
    <dl class="office-pairs">
      {rows.map(([label, value]) => (
        <div key={label} class="ready-term">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The booklet's attribution, and what is ours. */
export function Source() {
  return (
    <section class="office-source" aria-labelledby="whose">
      <h2 id="whose">{words.source.title}</h2>
      <p>{say(words.source.words, { title: source.title, attribution: source.attribution })}</p>
      <p>{words.sic}</p>
      <p>{source.citation}</p>
      <p>
        <a href={source.licenceUrl} rel="license noreferrer">
          {say(words.source.licence, { name: source.licenceName })}
        </a>
      </p>
      <p>{words.source.ours}</p>
    </section>
  )
}
