// The tablets of a ward: when each was last heard from, and the way to end its permission.

import type { TabletView } from '../../protocol/office.ts'
import { dayWords, say, officeWords as words } from '../../wording/office.ts'
import { useAsking } from './asking.ts'
import { Confirm } from './confirm.tsx'
import { useDesk } from './desk.ts'
import { Done, Refused } from './notice.tsx'
import { Questions } from './questions.tsx'

export function Tablets({ tablets }: { tablets: readonly TabletView[] }) {
  const { office, refresh } = useDesk()
  const { asking, refusal, said, ask, act, tell, leave } = useAsking<TabletView>()

  const end = async (tablet: TabletView) => {
    if (!(await act(() => office.tablets.endTablet(tablet.id)))) return
    tell(say(words.tablets.done, { tablet: tablet.name }))
    await refresh()
  }

  if (tablets.length === 0) return <p>{words.tablets.none}</p>
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
              <td>{tablet.ended ? words.tablets.ended : <End tablet={tablet} ask={() => ask(tablet)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Questions tablets={tablets} />
      {asking && (
        <Confirm
          key={asking.id}
          question={say(words.tablets.ask, { tablet: asking.name })}
          means={words.tablets.means}
          yes={words.tablets.yes}
          no={words.tablets.no}
          act={() => end(asking)}
          leave={() => leave(`end-${asking.id}`)}
        />
      )}
      <Refused refusal={refusal} />
      <Done>{said}</Done>
    </>
  )
}

function End({ tablet, ask }: { tablet: TabletView; ask: () => void }) {
  return (
    <>
      {words.tablets.may}{' '}
      <button
        type="button"
        id={`end-${tablet.id}`}
        class="office-plain"
        onClick={ask}
        aria-label={say(words.tablets.endOf, { tablet: tablet.name })}
      >
        {words.tablets.end}
      </button>
    </>
  )
}
