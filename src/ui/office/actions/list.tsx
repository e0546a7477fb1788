// All that changes: what is open, then what is done or refused, by release and ward. No score and no share of what is done.

import { useState } from 'preact/hooks'
import { type Action, isOpen } from '../../../improve/action.ts'
import type { Acting } from '../../../office/actions.ts'
import type { Refusal } from '../../../office/office.ts'
import { dayWords, listWords, say, actionWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'
import { Unseen, useLook } from './look.tsx'
import { ActionRows } from './row.tsx'

export function ListPage({ whose }: { whose: Whose }) {
  const { office } = useDesk()
  const [looked, again] = useLook(() => office.actions.all(), '')
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      {looked?.done ? <List first={looked.value} /> : <Unseen looked={looked} again={again} />}
    </Page>
  )
}

function List({ first }: { first: Acting }) {
  const { office, heed } = useDesk()
  const [pages, setPages] = useState([first])
  const [refusal, refuse] = useState<Refusal>()
  const before = pages.at(-1)?.before ?? null
  const more = async () => {
    refuse(undefined)
    const outcome = await heed(office.actions.all(before ?? undefined))
    if (!outcome.done) return refuse(outcome.refusal)
    setPages([...pages, outcome.value])
  }
  const actions = pages.flatMap(page => page.actions)
  const all = { ...first, actions, releases: pages.flatMap(page => page.releases) }
  if (actions.length === 0) return <p>{words.none}</p>
  return (
    <>
      <h2>{words.open}</h2>
      <ByRelease acting={all} actions={actions.filter(isOpen)} none={words.openNone} />
      <h2>{words.closed}</h2>
      <ByRelease acting={all} actions={actions.filter(one => !isOpen(one))} none={words.closedNone} />
      <Refused refusal={refusal} />
      {before !== null && (
        <p>
          <button type="button" class="office-button" onClick={more}>
            {words.earlier}
          </button>
        </p>
      )}
    </>
  )
}

interface ByReleaseProps {
  readonly acting: Acting
  readonly actions: readonly Action[]
  readonly none: string
}

/** The newest release first, and in it the order in which things were proposed. */
function ByRelease({ acting, actions, none }: ByReleaseProps) {
  if (actions.length === 0) return <p>{none}</p>
  const own = Map.groupBy(actions, ({ release }) => release)
  const places = [...new Map(acting.releases.map(one => [one.id, one])).values()]
  return places
    .filter(({ id }) => own.has(id))
    .toSorted((a, b) => (a.due < b.due ? 1 : -1))
    .map(({ id, due, wards }) => (
      <section key={id} class="office-of-release">
        <h3>
          <Link to={paths.release(id)}>
            {say(words.place, { wards: listWords(wards), day: dayWords(due) })}
          </Link>
        </h3>
        <ActionRows actions={own.get(id) ?? []} today={acting.today} />
      </section>
    ))
}
