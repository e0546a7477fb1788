// Where a question stands: each answer with who gave it, side by side where they differ. Nothing of it is counted.

import type { ComponentChildren } from 'preact'
import { type Checker, standing, unsaidAgain, type Voice } from '../../../improve/readiness.ts'
import { dayWords, readinessWords, say } from '../../../wording/office.ts'
import { answerWords, lineWords } from './said.ts'

const words = readinessWords.standing

interface StandingProps {
  readonly checker: Checker
  readonly question: string
  /** What can be done about a voice, if anything. */
  readonly act?: (voice: Voice, again: boolean) => ComponentChildren
  /** What stands below what shows a voice, if it is somebody's to strike out. */
  readonly strike?: Strike
}

type Strike = (voice: Voice) => ComponentChildren

export function Stands({ checker, question, act, strike }: StandingProps) {
  const found = standing(checker, question)
  const said = found.kind === 'they differ' ? found.said : found.kind === 'all say' ? [found] : []
  const before = unsaidAgain(checker, question)
  return (
    <div class="ready-stands">
      {found.kind === 'nobody has said' && <p class="office-quiet">{words.nobody}</p>}
      {said.length > 0 && <p class="ready-how">{said.length > 1 ? words.differ : words.all}</p>}
      <div class="ready-sides">
        {said.map(({ answer, voices }) => (
          <div key={answer} class="ready-side">
            <p class="ready-answer">{answerWords(answer)}</p>
            <Voices
              voices={voices}
              all={checker.voices}
              act={act && (voice => act(voice, false))}
              strike={strike}
            />
          </div>
        ))}
      </div>
      {before.length > 0 && (
        <div class="ready-before">
          <p class="ready-how">{readinessWords.before}</p>
          <Told voices={before} act={act && (voice => act(voice, true))} />
        </div>
      )}
    </div>
  )
}

interface VoicesProps {
  readonly voices: readonly Voice[]
  readonly act?: ((voice: Voice) => ComponentChildren) | undefined
  readonly strike?: Strike | undefined
}

/** Voices that give one answer, each with what they said before they changed their mind. */
function Voices({ voices, all, act, strike }: VoicesProps & { all: readonly Voice[] }) {
  return (
    <ul class="ready-voices">
      {voices.map(voice => (
        <li key={voice.id}>
          <Words voice={voice} />
          {strike?.(voice)}
          {earlier(voice, all).map(one => (
            <div key={one.id} class="ready-earlier">
              <p>
                {say(firstWords(one), {
                  answer: answerWords(one.answer),
                  day: dayWords(one.on),
                  evidence: one.evidence,
                  struck: dayWords(one.struck ?? one.on),
                })}
              </p>
              {strike?.(one)}
            </div>
          ))}
          {act?.(voice)}
        </li>
      ))}
    </ul>
  )
}

/** Voices of whatever answer, each with its own. */
export const Told = ({ voices, act, strike }: VoicesProps) => (
  <ul class="ready-voices">
    {voices.map(voice => (
      <li key={voice.id}>
        <p class="ready-answer">{answerWords(voice.answer)}</p>
        <Words voice={voice} />
        {strike?.(voice)}
        {act?.(voice)}
      </li>
    ))}
  </ul>
)

const Words = ({ voice }: { voice: Voice }) => (
  <>
    <p class="ready-who">{lineWords(voice)}</p>
    {voice.evidence ? (
      <p class="ready-evidence">{voice.evidence}</p>
    ) : (
      <p class="office-quiet">
        {voice.struck ? say(words.struck, { day: dayWords(voice.struck) }) : words.noEvidence}
      </p>
    )}
  </>
)

const firstWords = ({ evidence, struck }: Voice): string =>
  struck ? words.firstStruck : evidence ? words.firstEvidence : words.first

/** What somebody said before, the latest first. */
function earlier({ instead }: Voice, all: readonly Voice[]): readonly Voice[] {
  const found = all.find(({ id }) => id === instead)
  return found ? [found, ...earlier(found, all)] : []
}
