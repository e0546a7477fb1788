// Finishing a version: asked once more, since it is for good.

import type { Checker } from '../../../improve/readiness.ts'
import { readinessWords } from '../../../wording/office.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'

const words = readinessWords.finish

export function Finish({ checker, finished }: { checker: Checker; finished(after: Checker): void }) {
  const { office } = useDesk()
  const { asking, refusal, ask, act, leave } = useAsking<true>()

  const finish = async () => {
    const came = await act(() => office.readiness.finish(checker.id))
    if (came) finished(came.value)
  }

  return (
    <section class="office-noprint ready-finish" aria-labelledby="finish">
      <h2 id="finish">{words.title}</h2>
      <p>{words.lead}</p>
      <Refused refusal={refusal} />
      {asking ? (
        <Confirm
          question={words.ask}
          means={words.asked}
          yes={words.yes}
          no={words.no}
          act={() => void finish()}
          leave={() => leave()}
        />
      ) : (
        <p>
          <button type="button" class="office-button" onClick={() => ask(true)}>
            {words.go}
          </button>
        </p>
      )}
    </section>
  )
}
