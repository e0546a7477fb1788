// The tablets of a ward: when each was last heard from, and the way to end its permission.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Refusal } from '../../office/office.ts'
import type { TabletView } from '../../protocol/office.ts'
import { dayWords, say, officeWords as words } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Done, Refused } from './notice.tsx'
import { Questions } from './questions.tsx'

export function Tablets({ tablets }: { tablets: readonly TabletView[] }) {
  const { office, heed, refresh } = useDesk()
  const [asking, ask] = useState<string>()
  const [refusal, refuse] = useState<Refusal>()
  const [done, setDone] = useState<string>()

  const end = async (tablet: TabletView) => {
    const outcome = await heed(office.tablets.endTablet(tablet.id))
    ask(undefined)
    refuse(outcome.done ? undefined : outcome.refusal)
    if (!outcome.done) return
    setDone(say(words.tablets.done, { tablet: tablet.name }))
    await refresh()
  }

  if (tablets.length === 0) return <p>{words.tablets.none}</p>
  const asked = tablets.find(one => one.id === asking)
  return (
    <>
      <table class="office-tablets">
        <caption class="office-unseen">{words.tablets.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.tablets.name}</th>
            <th scope="col">{words.tablets.heard}</th>
            <th scope="col">{words.tablets.standing}</th>
          </tr>
        </thead>
        <tbody>
          {tablets.map(tablet => (
            <tr key={tablet.id}>
              <th scope="row">{tablet.name}</th>
              <td>{tablet.heardOn ? dayWords(tablet.heardOn) : words.tablets.never}</td>
              <td>
                {tablet.ended ? words.tablets.ended : <End tablet={tablet} ask={() => ask(tablet.id)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Questions tablets={tablets} />
      {asked && <Confirm key={asked.id} tablet={asked} yes={() => end(asked)} no={() => ask(undefined)} />}
      <Refused refusal={refusal} />
      <Done>{done}</Done>
    </>
  )
}

function End({ tablet, ask }: { tablet: TabletView; ask: () => void }) {
  return (
    <>
      {words.tablets.may}{' '}
      <button
        type="button"
        class="office-plain"
        onClick={ask}
        aria-label={say(words.tablets.endOf, { tablet: tablet.name })}
      >
        {words.tablets.end}
      </button>
    </>
  )
}

function Confirm({ tablet, yes, no }: { tablet: TabletView; yes: () => void; no: () => void }) {
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <section class="office-confirm" aria-labelledby="end-question">
      <h3 id="end-question" ref={question} tabIndex={-1}>
        {say(words.tablets.ask, { tablet: tablet.name })}
      </h3>
      <p>{words.tablets.means}</p>
      <p class="office-row">
        <button type="button" class="office-button" onClick={no}>
          {words.tablets.no}
        </button>
        <button type="button" class="office-button" onClick={yes}>
          {words.tablets.yes}
        </button>
      </p>
    </section>
  )
}
