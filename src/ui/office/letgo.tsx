// What an advocate is told of a release that waits for them, and the way to let it go: asked once more, since it is for good.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Refusal } from '../../office/office.ts'
import type { ReleaseReply } from '../../protocol/office.ts'
import { dayWords, officeWords, say } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Refused } from './notice.tsx'

const words = officeWords.held

interface LetGoProps {
  readonly id: string
  readonly due: string
  readonly held: NonNullable<ReleaseReply['held']>
  done(): void
}

export function LetGo({ id, due, held, done }: LetGoProps) {
  const { office, heed } = useDesk()
  const [asking, ask] = useState(false)
  const [refusal, refuse] = useState<Refusal>()
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asking) question.current?.focus()
  }, [asking])

  const go = async () => {
    const outcome = await heed(office.advocacy.letGo(id))
    if (outcome.done) return done()
    ask(false)
    refuse(outcome.refusal)
  }

  return (
    <section class="office-confirm office-noprint" aria-labelledby="held">
      <h2 id="held">{words.title}</h2>
      <p>{say(words.only, { since: dayWords(held.since) })}</p>
      <p>{words.means[held.why]}</p>
      <p>{words.do}</p>
      <Refused refusal={refusal} />
      {asking ? (
        <>
          <h3 ref={question} tabIndex={-1}>
            {say(words.ask, { day: dayWords(due) })}
          </h3>
          <p>{words.asked}</p>
          <p class="office-row">
            <button type="button" class="office-button" onClick={() => ask(false)}>
              {words.no}
            </button>
            <button type="button" class="office-button" onClick={go}>
              {words.yes}
            </button>
          </p>
        </>
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
