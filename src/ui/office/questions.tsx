// What a ward's tablets leave open, as questions: about a tablet, never about a person, never with a time of day.

import type { Question, TabletView } from '../../protocol/office.ts'
import { dayWords, say, officeWords as words } from '../../wording/office.ts'

/** A question in one or two plain sentences. */
function questionWords(question: Question, { name: tablet, heardOn }: TabletView): string {
  const { questions } = words
  if ('forms' in question) {
    const { one, other } = questions[question.is]
    return say(question.forms === 1 ? one : other, { tablet, n: question.forms })
  }
  if (question.is === 'began-anew') return say(questions['began-anew'], { tablet })
  if (heardOn === '') return say(questions['not-heard-ever'], { tablet })
  return say(questions['not-heard'], { tablet, day: dayWords(heardOn) })
}

export function Questions({ tablets }: { tablets: readonly TabletView[] }) {
  const asked = tablets.flatMap(tablet => tablet.questions.map(question => questionWords(question, tablet)))
  if (asked.length === 0) return null
  return (
    <section class="office-lacks" aria-labelledby="questions">
      <h3 id="questions">{words.questions.title}</h3>
      <p>{words.questions.lead}</p>
      <ul class="office-steps">
        {asked.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}
