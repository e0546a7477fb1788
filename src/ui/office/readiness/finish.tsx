// Finishing a version: asked once more, since it is for good.

import { useState } from 'preact/hooks'
import type { Checker } from '../../../improve/readiness.ts'
import type { Refusal } from '../../../office/office.ts'
import { readinessWords } from '../../../wording/office.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'

const words = readinessWords.finish

export function Finish({ checker, finished }: { checker: Checker; finished(after: Checker): void }) {
  const { office, heed } = useDesk()
  const [asking, ask] = useState(false)
  const [refusal, refuse] = useState<Refusal>()

  const finish = async () => {
    const outcome = await heed(office.readiness.finish(checker.id))
    if (outcome.done) return finished(outcome.value)
    ask(false)
    refuse(outcome.refusal)
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
          leave={() => ask(false)}
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
