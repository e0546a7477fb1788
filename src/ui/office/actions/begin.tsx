// Beginning something about a release: what it comes from, the plan, and the words that people will read.

import { useMemo, useState } from 'preact/hooks'
import { type Plan, propose } from '../../../improve/action.ts'
import { quote, type Source } from '../../../improve/quote.ts'
import type { YouSaid } from '../../../improve/words.ts'
import type { Refusal } from '../../../office/office.ts'
import { dayWords, listWords, say, actionWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'
import { Send } from '../send.tsx'
import { PlanFields, YouSaidFields } from './fields.tsx'
import { toFault } from './focus.ts'
import { Unseen, useLook } from './look.tsx'
import { actionPaths, kinds } from './paths.ts'
import { Quote } from './quote.tsx'
import { After } from './said.tsx'
import { Choose } from './source.tsx'

interface BeginProps {
  readonly release: string
  readonly source: string | undefined
  readonly whose: Whose
}

const none = { plain: '', easy: '' }

/** The ids of the booklet's ideas are all different, whatever they are of. */
const sourceOf = (id: string): Source | undefined =>
  kinds.map(kind => ({ kind, id })).find(one => quote(one) !== undefined)

export function BeginPage({ release, source: from, whose }: BeginProps) {
  const { office, heed, go, refresh } = useDesk()
  const id = useMemo(() => office.actions.newId(), [office])
  const [looked, again] = useLook(() => office.actions.of(release), release)
  const [source, choose] = useState(from === undefined ? undefined : sourceOf(from))
  const [plan, setPlan] = useState<Plan>({ what: '', who: '', by: '' })
  const [youSaid, setYouSaid] = useState<YouSaid>({ said: none, did: none })
  const [sent, send] = useState(false)
  const [refusal, refuse] = useState<Refusal>()

  const place = looked?.done ? looked.value.releases[0] : undefined
  if (!looked?.done || !place)
    return (
      <Page title={words.begin.title} {...whose}>
        <Unseen looked={looked} again={again} />
      </Page>
    )
  const { today } = looked.value
  const proposal = source && { id, source, plan, words: youSaid }
  const action = proposal && propose({ type: 'propose', ...proposal, release, on: today, role: 'leader' })

  const save = async (event: Event) => {
    event.preventDefault()
    send(true)
    refuse(undefined)
    if (!proposal || !action) return toFault(event)
    const outcome = await heed(office.actions.propose(release, proposal))
    if (!outcome.done) return refuse(outcome.refusal)
    await refresh()
    go(actionPaths.one(outcome.value))
  }

  const where = say(words.place, { wards: listWords(place.wards), day: dayWords(place.due) })
  const quoted = source && quote(source)
  return (
    <Page title={words.begin.title} {...whose}>
      <p class="office-lead">{where}</p>
      <p>{words.begin.lead}</p>
      <form class="office-form office-act" onSubmit={save} noValidate>
        <Choose source={source} sent={sent} choose={choose} />
        {quoted && <Quote source={quoted} />}
        <PlanFields value={plan} sent={sent} today={today} change={setPlan} />
        <YouSaidFields value={youSaid} sent={sent} change={setYouSaid} />
        <p>{words.begin.no}</p>
        {sent && !action && <p class="office-notice">{words.faults.check}</p>}
        <Refused refusal={refusal} />
        <Send label={words.begin.save}>
          <Link to={paths.release(release)}>{words.begin.back}</Link>
        </Send>
      </form>
      <After acting={looked.value} place={place} action={action} />
    </Page>
  )
}
