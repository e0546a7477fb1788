// The lines of an action to fill in: what is wrong is said beside each as one types, and nothing typed is taken away.

import type { Plan } from '../../../improve/action.ts'
import { MOST_SENTENCE, type Words, type YouSaid } from '../../../improve/words.ts'
import { say, actionWords as words } from '../../../wording/office.ts'
import { Day } from '../day.tsx'
import { Field } from '../field.tsx'
import { faultWords, type Line, most, oneLine } from './faults.ts'

/** More than any line may have: what is too long is told, not cut off. */
const ROOM = 400

interface LineProps {
  readonly id: string
  readonly line: Line
  readonly label: string
  readonly hint: string
  readonly value: string
  /** An empty line is no fault before somebody sends it. */
  readonly sent: boolean
  change(value: string): void
}

function LineField({ id, line, label, hint, value, sent, change }: LineProps) {
  const trouble = value === '' && !sent ? undefined : faultWords(line, value)
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      value={value}
      most={ROOM}
      lines={line === 'who' ? 1 : 3}
      trouble={trouble}
      change={typed => change(oneLine(typed))}
    />
  )
}

interface PartProps<T> {
  readonly value: T
  readonly sent: boolean
  change(value: T): void
}

export function PlanFields({ value, sent, today, change }: PartProps<Plan> & { today: string }) {
  const { plan } = words
  const set = (part: Partial<Plan>) => change({ ...value, ...part })
  return (
    <fieldset>
      <legend>{plan.title}</legend>
      <LineField
        id="what"
        line="what"
        label={plan.what}
        hint={plan.whatHint}
        value={value.what}
        sent={sent}
        change={what => set({ what })}
      />
      <LineField
        id="who"
        line="who"
        label={plan.who}
        hint={plan.whoHint}
        value={value.who}
        sent={sent}
        change={who => set({ who })}
      />
      <Day
        id="by"
        label={plan.by}
        hint={plan.byHint}
        value={value.by}
        first={today}
        trouble={isPast(value.by, today, sent) ? plan.byPast : undefined}
        change={by => set({ by })}
      />
    </fieldset>
  )
}

const isPast = (day: string, today: string, sent: boolean) => (day === '' ? sent : day < today)

interface WordsProps extends PartProps<Words> {
  readonly id: string
  readonly label: string
}

/** The same said in both manners. */
export function WordsFields({ id, label, value, sent, change }: WordsProps) {
  const hints = {
    plain: say(words.words.plainHint, { n: most.plain }),
    easy: say(words.words.easyHint, { n: MOST_SENTENCE }),
  }
  return (
    <fieldset>
      <legend>{label}</legend>
      {(['plain', 'easy'] as const).map(manner => (
        <LineField
          key={manner}
          id={`${id}-${manner}`}
          line={manner}
          label={words.words[manner]}
          hint={hints[manner]}
          value={value[manner]}
          sent={sent}
          change={text => change({ ...value, [manner]: text })}
        />
      ))}
    </fieldset>
  )
}

/** "You said, we did". */
export const YouSaidFields = ({ value, sent, change }: PartProps<YouSaid>) => (
  <>
    <h2>{words.words.title}</h2>
    <p>{words.words.note}</p>
    <WordsFields
      id="said"
      label={words.words.said}
      value={value.said}
      sent={sent}
      change={said => change({ ...value, said })}
    />
    <WordsFields
      id="did"
      label={words.words.did}
      value={value.did}
      sent={sent}
      change={did => change({ ...value, did })}
    />
  </>
)
