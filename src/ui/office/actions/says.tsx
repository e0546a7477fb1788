// What the tablets say of a release, in plain words and in easy read: the very sentences that people read there.

import type { Answered, Heard } from '../../../improve/heard.ts'
import type { Words } from '../../../improve/words.ts'
import { dayWords, heardWords, say, actionWords as words } from '../../../wording/office.ts'

type Manner = keyof Words
const manners: readonly Manner[] = ['plain', 'easy']

/** The tablet's own sentences: those of easy read where there are any. */
const sentences = (manner: Manner) =>
  manner === 'easy' ? { ...heardWords.heard, ...heardWords.easy } : heardWords.heard

/** Both manners, one beside the other. */
export const Says = ({ heard }: { heard: Heard }) => (
  <div class="office-says">
    {manners.map(manner => (
      <div key={manner}>
        <p class="office-quiet">{words.says[manner]}</p>
        <Told heard={heard} manner={manner} />
      </div>
    ))}
  </div>
)

function Told({ heard, manner }: { heard: Heard; manner: Manner }) {
  const tablet = sentences(manner)
  const told = say(tablet.told, { day: dayWords(heard.told) })
  if (heard.kind === 'unanswered') return <p>{`${told} ${tablet.notyet}`}</p>
  return (
    <>
      <p>{told}</p>
      {heard.answers.map((answer, n) => (
        // An answer keeps its place: they stand in the order in which they were proposed.
        <Answer key={n} answer={answer} manner={manner} />
      ))}
    </>
  )
}

function Answer({ answer, manner }: { answer: Answered; manner: Manner }) {
  const tablet = sentences(manner)
  const day = dayWords(answer.on)
  const [label, text] =
    answer.state === 'refused'
      ? [say(tablet.refused, { day }), answer.reason]
      : [{ agreed: tablet.will, 'under way': tablet.doing, done: tablet.did }[answer.state], answer.did]
  return (
    <>
      <dl>
        <div>
          <dt>{tablet.said}</dt>
          <dd>{answer.said[manner]}</dd>
        </div>
        <div>
          <dt>{label}</dt>
          <dd>{text[manner]}</dd>
        </div>
      </dl>
      {answer.state !== 'refused' && <p class="office-quiet">{standing(answer, manner)}</p>}
    </>
  )
}

function standing(answer: Exclude<Answered, { state: 'refused' }>, manner: Manner): string {
  const tablet = sentences(manner)
  const day = dayWords(answer.on)
  if (answer.state === 'done') return say(tablet.done, { day })
  const by = dayWords(answer.by)
  return answer.state === 'agreed' ? say(tablet.agreed, { day, by }) : say(tablet.underway, { by })
}
