// An invitation: who invites somebody to what and as whom, who they are, and how they will sign in.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import type { LookReply, WaysReply } from '../../../protocol/accounts.ts'
import { accountWords, dayWords, listWords, officeWords, say } from '../../../wording/office.ts'
import { Refused } from '../notice.tsx'
import { Page } from '../page.tsx'
import { Pairs } from '../pairs.tsx'
import type { Ways } from '../signin.tsx'
import { Joining } from './joining.tsx'
import { SpareCodes } from './spare.tsx'
import type { Taken } from './taken.ts'
import { Unfinished } from './unfinished.tsx'
import { nameIn } from './words.ts'

const words = accountWords.invited

export function InvitationPage({ token, ...ways }: { token: string } & Ways) {
  const { office, enter } = ways
  const [looked, setLooked] = useState<Outcome<LookReply>>()
  const [elsewhere, setElsewhere] = useState<WaysReply['elsewhere']>(null)
  const [taken, take] = useState<Taken>()

  const look = async () => setLooked(await office.accounts.invited.look(token))
  useEffect(() => {
    void look()
    void office.accounts.entering.ways().then(found => found.done && setElsewhere(found.value.elsewhere))
  }, [token])

  const now = (became: Taken) => (became.is === 'in' ? enter() : take(became))
  if (!looked) return <Page title={words.wait}>{null}</Page>
  if (!looked.done)
    return (
      <Page title={accountWords.signIn.title}>
        <Refused refusal={looked.refusal} />
        <p class="office-row">
          <button type="button" class="office-button" onClick={look}>
            {officeWords.tryAgain}
          </button>
          <button type="button" class="office-plain" onClick={enter}>
            {accountWords.signIn.title}
          </button>
        </p>
      </Page>
    )
  const invitation = looked.value
  const { organisation } = invitation
  if (taken?.is === 'spare') return <SpareCodes codes={taken.codes} organisation={organisation} go={enter} />
  if (taken?.is === 'unfinished') return <Unfinished oneself={office.accounts.oneself} enter={enter} />
  return (
    <Page title={say(words.title, { organisation })}>
      <Terms invitation={invitation} />
      <Joining token={token} invitation={invitation} elsewhere={elsewhere} now={now} {...ways} />
    </Page>
  )
}

function Terms({ invitation }: { invitation: LookReply }) {
  const { by, role, services, email, until } = invitation
  const lines = [
    [accountWords.roles[role], accountWords.may[role]],
    [words.services, services === 'all' ? accountWords.services.all : listWords(services)],
    ...(email === null ? [] : [[words.email, email]]),
    [words.until, dayWords(until)],
  ]
  return (
    <>
      <p class="office-lead">
        {say(words.lead, { by: nameIn(by) ?? words.server, role: accountWords.as[role] })}
      </p>
      <Pairs lines={lines} />
    </>
  )
}
