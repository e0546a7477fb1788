// Who said what, in words: roles and days, never a name and never a number.

import { type Answer, answerSet, type Speaker, speakers, type Voice } from '../../../improve/readiness.ts'
import { readiness } from '../../../instrument/readiness.ts'
import { dayWords, listWords, say, readinessWords as words } from '../../../wording/office.ts'

/** The 21 questions in the booklet's order, which is no ranking, each with its activity and its form of commitment. */
export const questions = readiness.activities.flatMap(activity =>
  activity.questions.map(question => ({
    ...question,
    activity,
    commitment: readiness.dimensions.find(({ id }) => id === question.dimension)?.label ?? '',
  })),
)
export type Question = (typeof questions)[number]

const labels: ReadonlyMap<string, string> = new Map(answerSet.answers.map(({ code, label }) => [code, label]))

/** An answer as it is shown. */
export const answerWords = (answer: Answer): string => labels.get(answer) ?? answer

/** The four answers in a sentence. */
export const answersWords = listWords(answerSet.answers.map(({ label }) => label))

/** Who says something: Staff and leaders, together. */
export function whoWords({ by, together }: Pick<Voice, 'by' | 'together'>): string {
  const [first, ...others] = speakers.filter(one => by.includes(one))
  if (first === undefined) return ''
  if (!together && others.length === 0) return words.who.alone[first]
  const who = listWords([first, ...others].map((one: Speaker) => words.who.several[one]))
  return say(words.who.together, { who: who.charAt(0).toUpperCase() + who.slice(1) })
}

/** Who said something, when, and through whom. */
export const lineWords = (voice: Voice): string =>
  say(voice.through ? words.who.lineAdvocate : words.who.line, {
    who: whoWords(voice),
    day: dayWords(voice.on),
  })
