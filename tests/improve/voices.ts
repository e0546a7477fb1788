// Voices as people of a ward might give them to the Readiness Checker, alone, together or apart.

import fc from 'fast-check'
import {
  answerSet,
  begin,
  type Checker,
  type Event,
  speakers,
  step,
  type Voice,
} from '../../src/improve/readiness.ts'
import { readiness } from '../../src/instrument/readiness.ts'

export const questions = readiness.activities.flatMap(activity => activity.questions.map(({ id }) => id))

/** What Sam of the staff says to the first question. */
export const voice = (more: Partial<Voice> = {}): Voice => ({
  id: 'sam',
  question: 'ready-1o',
  answer: 'yes',
  evidence: 'Policy 12 says so.',
  by: ['staff'],
  together: false,
  on: '2026-03-03',
  ...more,
})

export const say = (more: Partial<Voice> = {}): Event => ({ type: 'say', voice: voice(more) })
export const finish: Event = { type: 'finish', on: '2026-03-20' }

/** The first checker of a ward, with what was said in it. */
export const checker = (...events: readonly Event[]): Checker =>
  events.reduce(step, begin('one', 'ward', '2026-03-01'))

const few = fc.constantFrom('ready-1o', 'ready-1o', 'ready-1o', 'ready-7i', 'ready-9x')
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')

/** Any event, sensible or not; finishing is rare, so that much is said. */
export const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record(
        {
          id: ids,
          question: few,
          answer: fc.constantFrom(...answerSet.answers.map(({ code }) => code)),
          evidence: fc.constantFrom('', 'Policy 12 says so.', 'We ask.', 'x'.repeat(1001)),
          by: fc.uniqueArray(fc.constantFrom(...speakers.slice(0, 3)), { maxLength: 2 }),
          together: fc.boolean(),
          on: fc.constantFrom('2026-03-03', '2026-03-04', '2026-03-05', 'soon'),
          instead: ids,
        },
        { requiredKeys: ['id', 'question', 'answer', 'evidence', 'by', 'together', 'on'] },
      )
      .map(one => ({ type: 'say', voice: one }) as Event),
  },
  { weight: 1, arbitrary: fc.constant(finish) },
)
