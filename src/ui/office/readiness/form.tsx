// A place to say something: the answer, what shows it, and who says it. Under a change of mind, who says it stays.

import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import {
  type Answer,
  answerSet,
  type Checker,
  MOST_EVIDENCE,
  type Speaker,
  speakers,
  type Voice,
} from '../../../improve/readiness.ts'
import { faultOf } from '../../../improve/words.ts'
import type { Refusal } from '../../../office/office.ts'
import type { VoiceRequest } from '../../../protocol/readiness.ts'
import { dayWords, readinessWords, say } from '../../../wording/office.ts'
import { Tick } from '../choice.tsx'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Refused } from '../notice.tsx'
import { Send } from '../send.tsx'
import { answerWords } from './said.ts'

const words = readinessWords.form

/** What a form begins from: nothing, or a voice that is said again or changed. `n` counts forms, so that each is a new one. */
export interface Start {
  readonly n: number
  readonly from?: Voice
  readonly change?: boolean
}

interface FormProps {
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly checker: Checker
  readonly question: string
  readonly start: Start
  /** It is no change of mind after all. */
  drop(): void
  kept(after: Checker, voice: VoiceRequest): void
}

export function SayForm({ heading, checker, question, start: { from, change }, drop, kept }: FormProps) {
  const { office, heed } = useDesk()
  const [id] = useState(office.readiness.newId)
  const [answer, choose] = useState<Answer | undefined>(from?.answer)
  const [evidence, write] = useState(from?.evidence ?? '')
  const [by, setBy] = useState<readonly Speaker[]>(from?.by ?? [])
  const [several, setSeveral] = useState(from?.together ?? false)
  const [lacks, setLacks] = useState<readonly ('answer' | 'who')[]>([])
  const [refusal, refuse] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const named = faultOf(evidence.replaceAll(/\s+/g, ' '), MOST_EVIDENCE) === 'a name'

  const save = async (event: Event) => {
    event.preventDefault()
    setLacks([...(answer ? [] : ['answer' as const]), ...(by.length > 0 ? [] : ['who' as const])])
    if (busy || !answer || by.length === 0) return
    setBusy(true)
    const together = several || by.length > 1
    const instead = change && from ? { instead: from.id } : {}
    const voice = { id, question, answer, evidence: evidence.trim(), by, together, ...instead }
    const request: VoiceRequest = { ...voice, by: [...by] }
    const outcome = await heed(office.readiness.say(checker.id, request))
    setBusy(false)
    if (outcome.done) return kept(outcome.value, request)
    refuse(outcome.refusal)
  }

  return (
    <section class="office-noprint ready-say" aria-labelledby="say">
      <h2 id="say" ref={heading} tabIndex={-1}>
        {change ? words.changing : words.title}
      </h2>
      {change && from && (
        <p>
          {say(words.changingLead, { day: dayWords(from.on), answer: answerWords(from.answer) })}{' '}
          <button type="button" class="office-plain" onClick={drop}>
            {words.notChanging}
          </button>
        </p>
      )}
      <form class="office-form" onSubmit={save} noValidate>
        <Answers answer={answer} choose={choose} lacks={lacks.includes('answer')} />
        <Field
          id="evidence"
          label={words.evidence}
          hint={words.evidenceHint}
          trouble={named ? words.named : undefined}
          value={evidence}
          most={MOST_EVIDENCE}
          lines={4}
          change={write}
        />
        <fieldset disabled={change} aria-describedby="who-hint">
          <legend>{words.who}</legend>
          <p class="office-quiet" id="who-hint">
            {words.whoHint}
          </p>
          {lacks.includes('who') && by.length === 0 && <p class="office-notice">{words.noWho}</p>}
          {speakers.map(one => (
            <Tick
              key={one}
              id={`by-${one}`}
              label={readinessWords.who.tick[one]}
              on={by.includes(one)}
              turn={on => setBy(on ? [...by, one] : by.filter(other => other !== one))}
            />
          ))}
          {by.length > 1 ? (
            <p>{words.allTogether}</p>
          ) : (
            <Tick id="together" label={words.together} on={several} turn={setSeveral} />
          )}
        </fieldset>
        <Refused refusal={refusal} />
        <Send label={words.save} busy={busy} />
      </form>
    </section>
  )
}

interface AnswersProps {
  readonly answer: Answer | undefined
  readonly lacks: boolean
  choose(answer: Answer): void
}

/** The four answers, of one size, none before the others but by its place. */
const Answers = ({ answer, lacks, choose }: AnswersProps) => (
  <fieldset aria-describedby="answer-hint">
    <legend>{words.answer}</legend>
    <p class="office-quiet" id="answer-hint">
      {words.answerHint}
    </p>
    {lacks && answer === undefined && <p class="office-notice">{words.noAnswer}</p>}
    <div class="ready-answers">
      {answerSet.answers.map(({ code, label }) => (
        <label key={code} for={`answer-${code}`}>
          <input
            type="radio"
            id={`answer-${code}`}
            name="answer"
            checked={answer === code}
            onChange={() => choose(code)}
          />
          {label}
        </label>
      ))}
    </div>
  </fieldset>
)
