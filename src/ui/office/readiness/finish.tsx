// Finishing a version: asked once more, since it is for good.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Checker } from '../../../improve/readiness.ts'
import type { Refusal } from '../../../office/office.ts'
import { readinessWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'

const words = readinessWords.finish

export function Finish({ checker, finished }: { checker: Checker; finished(after: Checker): void }) {
  const { office, heed } = useDesk()
  const [asking, ask] = useState(false)
  const [refusal, refuse] = useState<Refusal>()
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asking) question.current?.focus()
  }, [asking])

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
        <div class="office-confirm">
          <h3 ref={question} tabIndex={-1}>
            {words.ask}
          </h3>
          <p>{words.asked}</p>
          <p class="office-row">
            <button type="button" class="office-button" onClick={() => ask(false)}>
              {words.no}
            </button>
            <button type="button" class="office-button" onClick={finish}>
              {words.yes}
            </button>
          </p>
        </div>
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
