// What somebody keeps of themselves: who they are here, until when, and what they sign in with.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import type { Me, PasskeysReply } from '../../../protocol/accounts.ts'
import type { ServiceView } from '../../../protocol/office.ts'
import { accountWords, dayWords, officeWords, say, timeWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { Pairs } from '../pairs.tsx'
import type { Wanted } from './anew.tsx'
import { Passkeys } from './passkeys.tsx'
import { SetPassword } from './password.tsx'
import { servicesWords } from './words.ts'

const words = accountWords.account

interface AccountProps {
  readonly services: readonly ServiceView[]
  readonly whose: Whose
}

export function AccountPage({ services, whose }: AccountProps) {
  const { office, heed, refresh } = useDesk()
  const { oneself } = office.accounts
  const [me, setMe] = useState<Outcome<Me>>()
  const [ways, setWays] = useState<Outcome<PasskeysReply>>()
  const [of, ask] = useState<Wanted>()

  const look = async () => {
    const found = await heed(oneself.me())
    setMe(found)
    // A link's session has no account, and so nothing to keep.
    if (found.done && found.value.person) setWays(await heed(oneself.ways()))
  }
  useEffect(() => void look(), [])
  // Whoever signs in once more may be somebody else: what stands here is then theirs, and so are the wards.
  const proved = async () => {
    await look()
    await refresh()
  }
  const anew = { of, ask, proved }
  const whom = me?.done ? me.value.person?.id : undefined

  const refusal = [me, ways].find(one => one && !one.done)
  return (
    <Page title={words.title} {...whose}>
      {refusal && !refusal.done && (
        <>
          <Refused refusal={refusal.refusal} />
          <button type="button" class="office-button" onClick={look}>
            {officeWords.tryAgain}
          </button>
        </>
      )}
      {me?.done && <Who me={me.value} services={services} />}
      {ways?.done && (
        <>
          <Passkeys key={`keys ${whom}`} ways={ways.value} look={look} anew={anew} />
          {ways.value.password && <SetPassword key={`password ${whom}`} ways={ways.value} anew={anew} />}
          {ways.value.elsewhere && <p>{words.elsewhere}</p>}
        </>
      )}
    </Page>
  )
}

function Who({ me, services }: { me: Me; services: readonly ServiceView[] }) {
  const until = { day: dayWords(me.until), time: timeWords(me.until) }
  const lines = [
    ...(me.person ? [[words.name, me.person.name]] : []),
    [words.organisation, me.organisation],
    [words.role, accountWords.roles[me.role]],
    [words.services, servicesWords(me.services, services)],
    [words.ends, say(words.endsSaid, until)],
  ]
  return (
    <>
      <h2>{words.who}</h2>
      <Pairs lines={lines} />
      {!me.person && <p>{words.link}</p>}
    </>
  )
}
