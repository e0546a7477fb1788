// Inviting somebody: as whom, to which services, and the link that is shown once, for the administrator to hand on.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { InviteReply } from '../../../protocol/accounts.ts'
import type { ServiceView } from '../../../protocol/office.ts'
import { accountWords, dayWords, say } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Link } from '../link.tsx'
import { Done, Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { Send } from '../send.tsx'
import { useTrying } from '../trying.ts'
import { AsFields, useAs } from './as.tsx'
import { copied } from './copy.ts'
import { isAddress } from './joining.tsx'
import { accountPaths } from './paths.ts'

const words = accountWords.invite

interface InviteProps {
  readonly services: readonly ServiceView[]
  readonly whose: Whose
}

export function InvitePage({ services, whose }: InviteProps) {
  const [made, show] = useState<InviteReply>()
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      {made ? <Made made={made} another={() => show(undefined)} /> : <Whom services={services} show={show} />}
    </Page>
  )
}

function Whom({ services, show }: Pick<InviteProps, 'services'> & { show: (made: InviteReply) => void }) {
  const { office, heed } = useDesk()
  const asking = useAs()
  const [typed, type] = useState('')
  const [wrong, setWrong] = useState(false)
  const { busy, refusal, attempt } = useTrying()
  const email = typed.trim()

  const make = async (event: Event) => {
    event.preventDefault()
    const as = asking.given()
    const bad = email !== '' && !isAddress(email)
    setWrong(bad)
    if (!as) return
    if (bad) return document.getElementById('email')?.focus()
    const whom = { ...as, services: as.services === 'all' ? as.services : [...as.services] }
    const made = await attempt(() =>
      heed(office.accounts.people.invite({ ...whom, email: email === '' ? null : email })),
    )
    if (made) show(made.value)
  }
  return (
    <form class="office-form" onSubmit={make} noValidate>
      <AsFields asking={asking} services={services} />
      <Field
        id="email"
        label={words.email}
        hint={words.emailHint}
        value={typed}
        most={200}
        keys="email"
        trouble={wrong ? words.emailWrong : undefined}
        change={type}
      />
      <Refused refusal={refusal} />
      <Send label={words.make} busy={busy}>
        <Link to={accountPaths.people}>{words.back}</Link>
      </Send>
    </form>
  )
}

function Made({ made: { link, until }, another }: { made: InviteReply; another: () => void }) {
  const title = useRef<HTMLHeadingElement>(null)
  const [said, setSaid] = useState<string>()
  useEffect(() => title.current?.focus(), [])
  const copy = async () => setSaid((await copied(link)) ? words.copied : words.uncopied)
  return (
    <section aria-labelledby="made">
      <h2 id="made" ref={title} tabIndex={-1} class="office-told">
        {words.done}
      </h2>
      <p class="office-invite-link">
        <label for="link">{words.link}</label>
        <input id="link" readOnly value={link} onFocus={event => event.currentTarget.select()} />
      </p>
      <Done>{said}</Done>
      <p>
        <button type="button" class="office-button office-main" onClick={copy}>
          {words.copy}
        </button>
      </p>
      <ol class="office-steps">
        {words.what.map(step => (
          <li key={step}>{say(step, { day: dayWords(until) })}</li>
        ))}
      </ol>
      <p class="office-row">
        <button type="button" class="office-button" onClick={another}>
          {words.another}
        </button>
        <Link to={accountPaths.people}>{words.back}</Link>
      </p>
    </section>
  )
}
