// Striking out what somebody said shows it: a name that was typed by mistake must be able to go. Asked first: it is for good.

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Voice } from '../../../improve/readiness.ts'
import { readinessWords, say } from '../../../wording/office.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'
import { answerWords, whoWords } from './said.ts'
import type { Shared } from './shared.ts'

const words = readinessWords.strike

/** What stands below a voice for whoever may strike something out of it; `struck` is told when it is done. */
export function useStrike(
  { reply, put }: Pick<Shared, 'reply' | 'put'>,
  struck: () => void,
): (voice: Voice) => ComponentChildren {
  const { readiness } = useDesk().office
  const { asking, refusal, ask, act, leave } = useAsking<string>()
  const [last, setLast] = useState<string>()

  const strike = async ({ id }: Voice) => {
    const checker = reply.checkers.find(({ voices }) => voices.some(voice => voice.id === id))?.id ?? ''
    setLast(id)
    const came = await act(() => readiness.strike(checker, id))
    if (!came) return
    put(came.value)
    struck()
  }

  return voice => {
    const { id, evidence } = voice
    if (evidence === '' || !reply.mine.includes(id)) return null
    return (
      <div class="office-noprint">
        <p>
          <button
            type="button"
            id={`strike-${id}`}
            class="office-plain"
            aria-label={say(words.of, { who: whoWords(voice), answer: answerWords(voice.answer) })}
            onClick={() => ask(id)}
          >
            {words.go}
          </button>
        </p>
        {last === id && <Refused refusal={refusal} />}
        {asking === id && (
          <Confirm
            question={words.ask}
            means={words.means}
            yes={words.yes}
            no={words.no}
            act={() => void strike(voice)}
            leave={() => leave(`strike-${id}`)}
          />
        )}
      </div>
    )
  }
}
