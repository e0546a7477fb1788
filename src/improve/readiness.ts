// A setting's own Readiness Checker: who says what to each of the 21 questions. It is no vote, and nothing in it is counted.
//
//   begin ─▶ open ── say ─▶ open ── finish ─▶ finished (frozen) ── next ─▶ open, the finished one's voices beside it
//
// Whoever disagrees stays beside whoever they disagree with. No voice is ever taken out: a change of mind is a new voice
// in place of an earlier one, and both are kept. What shows it can be struck out of a voice, also of a finished version: a name
// that was typed by mistake must be able to go. The answer, and who gave it, stay. An event that makes no sense leaves the checker as it was, the very same.

import { readiness } from '../instrument/readiness.ts'
import { isDay } from './days.ts'

/** The answers, in an order that is no ranking. The booklet defines none: these are ours, and must be shown as ours. */
export const answerSet = {
  wording: 'en/readiness-answers',
  version: '1',
  whose: 'Equal Voice',
  answers: [
    { code: 'yes', label: 'Yes' },
    { code: 'partly', label: 'Partly' },
    { code: 'no', label: 'No' },
    { code: 'not-known', label: "We don't know" },
  ],
} as const

export type Answer = (typeof answerSet)['answers'][number]['code']

/** Who may speak, by a word of their role and never by a name; `person` is whoever has been cared for here. */
export const speakers = ['person', 'family', 'peer', 'advocate', 'staff', 'leader', 'other'] as const
export type Speaker = (typeof speakers)[number]

/** Characters of evidence, at the most. */
export const MOST_EVIDENCE = 1000

/** What one speaker, or several together, say to one question. */
export interface Voice {
  readonly id: string
  readonly question: string
  readonly answer: Answer
  /** What shows it, in their own words; may be empty. It stays in the office. */
  readonly evidence: string
  /** Each role once. More than one have answered together; so may several of one role. */
  readonly by: readonly Speaker[]
  readonly together: boolean
  readonly on: string
  /** Set where an independent advocate wrote it down; absent where the setting did. */
  readonly through?: 'advocate'
  /** The earlier voice to the same question, by the same, that this one is in place of. */
  readonly instead?: string
  /** The day on which what showed it was struck out; `evidence` is empty from then on. */
  readonly struck?: string
}

/** Who speaks to which question, and through whom. */
export type Whose = Pick<Voice, 'question' | 'by' | 'together' | 'through'>

/** `after` is the finished one before it, `before` what was said there last: to be seen beside, until it is said again. */
interface Ground {
  readonly id: string
  readonly setting: string
  readonly instrument: { readonly id: string; readonly version: string }
  readonly began: string
  readonly after?: string
  readonly before: readonly Voice[]
  readonly voices: readonly Voice[]
}

export type Checker = Ground &
  ({ readonly state: 'open' } | { readonly state: 'finished'; readonly finished: string })

export type Event =
  | { readonly type: 'say'; readonly voice: Voice }
  | { readonly type: 'finish'; readonly on: string }
  | { readonly type: 'strike'; readonly voice: string; readonly on: string }

/** Where a question stands. Several answers are kept apart, each with who gave it: there is no middle of them. */
export type Standing =
  | { readonly kind: 'nobody has said' }
  | { readonly kind: 'all say'; readonly answer: Answer; readonly voices: readonly Voice[] }
  | {
      readonly kind: 'they differ'
      readonly said: readonly { readonly answer: Answer; readonly voices: readonly Voice[] }[]
    }

/** The first checker of a setting, or one that begins without an earlier one. */
export const begin = (id: string, setting: string, began: string): Checker => ({
  id,
  setting,
  instrument: { id: readiness.id, version: readiness.version },
  began,
  before: [],
  voices: [],
  state: 'open',
})

/** The next version, which begins from a finished one. What was said there has to be said again to stand here. */
export const next = (
  finished: Extract<Checker, { state: 'finished' }>,
  id: string,
  began: string,
): Checker => ({
  ...begin(id, finished.setting, began),
  after: finished.id,
  before: standingVoices(finished),
})

/** The checker after the event. */
export function step(checker: Checker, event: Event): Checker {
  if (event.type === 'strike') return struck(checker, event.voice, event.on)
  if (checker.state === 'finished') return checker
  if (event.type === 'say')
    return isSaid(checker, event.voice) ? { ...checker, voices: [...checker.voices, event.voice] } : checker
  return checker.voices.length > 0 && isDay(event.on)
    ? { ...checker, state: 'finished', finished: event.on }
    : checker
}

/** What somebody said, without what they said shows it. */
const withoutEvidence = (voice: Voice, on: string): Voice => ({ ...voice, evidence: '', struck: on })

function struck(checker: Checker, id: string, on: string): Checker {
  const isThere = checker.voices.some(voice => voice.id === id && voice.evidence !== '')
  if (!isThere || !isDay(on)) return checker
  return {
    ...checker,
    voices: checker.voices.map(voice => (voice.id === id ? withoutEvidence(voice, on) : voice)),
  }
}

/** Where a question stands, by what was said in this version. */
export function standing(checker: Checker, question: string): Standing {
  const voices = standingVoices(checker).filter(voice => voice.question === question)
  const said = answerSet.answers
    .map(({ code }) => ({ answer: code, voices: voices.filter(({ answer }) => answer === code) }))
    .filter(one => one.voices.length > 0)
  const [first, ...others] = said
  if (!first) return { kind: 'nobody has said' }
  return others.length === 0 ? { kind: 'all say', ...first } : { kind: 'they differ', said }
}

/** What the same speakers said to a question and still stands: theirs to change. Nobody changes somebody else's mind. */
export const ownVoices = (checker: Checker, whose: Whose): readonly Voice[] =>
  standingVoices(checker).filter(voice => whoOf(voice) === whoOf(whose))

/** What was said to a question in the version before by whoever has not said it again in this one. */
export const unsaidAgain = (checker: Checker, question: string): readonly Voice[] =>
  checker.before.filter(voice => voice.question === question && ownVoices(checker, voice).length === 0)

/** The voices that no other is in place of. */
function standingVoices({ voices }: Checker): readonly Voice[] {
  const changed = new Set(voices.map(({ instead }) => instead))
  return voices.filter(({ id }) => !changed.has(id))
}

const questions = new Set(readiness.activities.flatMap(activity => activity.questions.map(({ id }) => id)))
const codes: readonly string[] = answerSet.answers.map(({ code }) => code)

function isSaid(checker: Checker, voice: Voice): boolean {
  const { id, question, answer, evidence, by, together, on, instead } = voice
  const known = by.length > 0 && by.every(one => speakers.includes(one)) && new Set(by).size === by.length
  const told =
    questions.has(question) && codes.includes(answer) && evidence.length <= MOST_EVIDENCE && isDay(on)
  if (!(known && told) || (by.length > 1 && !together)) return false
  if (checker.voices.some(one => one.id === id)) return false
  return instead === undefined || ownVoices(checker, voice).some(one => one.id === instead)
}

// A leader who writes down what people say, and an advocate who does, are not the same: neither changes what the other wrote.
const whoOf = ({ question, by, together, through }: Whose): string =>
  JSON.stringify([question, by.toSorted(), together, through ?? ''])
