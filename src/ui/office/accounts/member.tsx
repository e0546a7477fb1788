// As whom a member comes in, to be changed: it holds from their next request on.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import type { MemberView } from '../../../protocol/accounts.ts'
import type { ServiceView } from '../../../protocol/office.ts'
import { accountWords, officeWords, say } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { Send } from '../send.tsx'
import { useTrying } from '../trying.ts'
import { AsFields, useAs } from './as.tsx'
import { accountPaths } from './paths.ts'

const words = accountWords.people

interface MemberProps {
  readonly services: readonly ServiceView[]
  readonly whose: Whose
}

export function MemberPage({ id, ...page }: MemberProps & { id: string }) {
  const { office, heed } = useDesk()
  const [looked, setLooked] = useState<Outcome<MemberView | undefined>>()
  useEffect(() => {
    void heed(office.accounts.people.all()).then(outcome =>
      setLooked(
        outcome.done
          ? { done: true, value: outcome.value.members.find(member => member.id === id) }
          : outcome,
      ),
    )
  }, [id])
  if (looked?.done && looked.value) return <Change member={looked.value} {...page} />
  const { missing, wait } = officeWords
  return (
    <Page title={looked ? missing.title : wait} {...page.whose}>
      {looked && <Refused refusal={looked.done ? '404.1' : looked.refusal} />}
      <Link to={accountPaths.people}>{accountWords.invite.back}</Link>
    </Page>
  )
}

function Change({ member, services, whose }: MemberProps & { member: MemberView }) {
  const { office, heed, go, refresh } = useDesk()
  const asking = useAs(member)
  const { busy, refusal, attempt } = useTrying()
  const save = async (event: Event) => {
    event.preventDefault()
    const as = asking.given()
    if (!as || !(await attempt(() => heed(office.accounts.people.set(member.id, as))))) return
    // Whoever changes themselves may no longer come to the page of the people.
    const now = await refresh()
    if (now) go(now.role === 'administrator' ? accountPaths.people : accountPaths.account)
  }
  return (
    <Page title={say(words.one, { name: member.name })} {...whose}>
      <form class="office-form" onSubmit={save} noValidate>
        <AsFields asking={asking} services={services} />
        <Refused refusal={refusal} />
        <Send label={words.save} busy={busy}>
          <Link to={accountPaths.people}>{words.back}</Link>
        </Send>
      </form>
    </Page>
  )
}
