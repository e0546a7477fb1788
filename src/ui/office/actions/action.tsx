// One action: what it comes from, the plan, what people read of it, what can happen next, and how it came to this.

import { useState } from 'preact/hooks'
import { type Action, isLate } from '../../../improve/action.ts'
import type { Acting } from '../../../office/actions.ts'
import type { Acted } from '../../../protocol/actions.ts'
import { dayWords, listWords, say, actionWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Done } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { Pairs } from '../pairs.tsx'
import { paths } from '../route.ts'
import { History } from './history.tsx'
import { Unseen, useLook } from './look.tsx'
import { actionPaths } from './paths.ts'
import { Quote } from './quote.tsx'
import { IfAgreed, Now } from './said.tsx'
import { Steps } from './steps.tsx'

export function ActionPage({ id, whose }: { id: string; whose: Whose }) {
  const { office } = useDesk()
  const [looked, again] = useLook(() => office.actions.one(id), id)
  const [said, tell] = useState<string>()
  const action = looked?.done ? looked.value.actions.find(one => one.id === id) : undefined
  const place = looked?.done ? looked.value.releases[0] : undefined
  if (!looked?.done || !action || !place)
    return (
      <Page title={words.title} {...whose}>
        <Unseen looked={looked} again={again} />
        <p>
          <Link to={actionPaths.all}>{words.back}</Link>
        </p>
      </Page>
    )
  const done = (what: string) => {
    tell(what)
    again()
  }
  const of = { action, acting: looked.value, place }
  return (
    <Page title={action.plan.what} {...whose}>
      <Quote source={action.source} />
      <Particulars {...of} />
      <Done>{said}</Done>
      <Now acting={looked.value} place={place} />
      {action.state === 'proposed' && <IfAgreed action={action} place={place} today={looked.value.today} />}
      <Steps {...of} role={whose.role} done={done} changed={again} />
      <History action={action} />
      <p>
        <Link to={actionPaths.all}>{words.back}</Link>
      </p>
    </Page>
  )
}

interface Of {
  readonly action: Action
  readonly acting: Acting
  readonly place: Acted
}

function Particulars({ action, acting, place }: Of) {
  const { who, by } = action.plan
  const late = isLate(action, acting.today)
  const lines = [
    [words.terms.state, `${words.states[action.state]}. ${meaning(action)}`],
    [words.terms.who, who],
    [words.terms.by, late ? `${dayWords(by)}. ${words.late}` : dayWords(by)],
  ]
  return (
    <Pairs lines={lines}>
      <div>
        <dt>{words.terms.release}</dt>
        <dd>
          <Link to={paths.release(place.id)}>
            {say(words.place, { wards: listWords(place.wards), day: dayWords(place.due) })}
          </Link>
        </dd>
      </div>
    </Pairs>
  )
}

function meaning(action: Action): string {
  const means = words.means[action.state]
  switch (action.state) {
    case 'agreed':
    case 'under way':
      return say(means, { day: dayWords(action.agreed.meetingOn) })
    case 'done':
      return say(means, { day: dayWords(action.done.meetingOn) })
    case 'refused':
      return say(means, { day: dayWords(action.entries.at(-1)?.on ?? '') })
    case 'proposed':
      return means
  }
}
