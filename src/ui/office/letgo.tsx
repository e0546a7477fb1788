// What an advocate is told of a release that waits for them, and the way to let it go: asked once more, since it is for good.

import type { ReleaseReply } from '../../protocol/office.ts'
import { dayWords, officeWords, say } from '../../wording/office.ts'
import { useAsking } from './asking.ts'
import { Confirm } from './confirm.tsx'
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
  const { office } = useDesk()
  const { asking, refusal, ask, act, leave } = useAsking<true>()

  const go = async () => {
    if (await act(() => office.advocacy.letGo(id))) done()
  }

  return (
    <div class="office-noprint">
      <section class="office-confirm" aria-labelledby="held">
        <h2 id="held">{words.title}</h2>
        <p>{say(words.only, { since: dayWords(held.since) })}</p>
        <p>{words.means[held.why]}</p>
        <p>{words.do}</p>
        <Refused refusal={refusal} />
        {!asking && (
          <p>
            <button type="button" class="office-button" onClick={() => ask(true)}>
              {words.go}
            </button>
          </p>
        )}
      </section>
      {asking && (
        <Confirm
          question={say(words.ask, { day: dayWords(due) })}
          means={words.asked}
          yes={words.yes}
          no={words.no}
          act={go}
          leave={() => leave()}
        />
      )}
    </div>
  )
}
