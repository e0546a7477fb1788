// Naming an address that is told of releases of some services.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import { exportWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Refused } from '../notice.tsx'
import { Send } from '../send.tsx'
import { useTrying } from '../trying.ts'
import { useWhich, WhichServices } from './which.tsx'

const words = exportWords.webhooks

interface NewWebhookProps {
  readonly services: readonly ServiceView[]
  /** Takes the secret, to show it once. */
  made(secret: string): void
}

export function NewWebhook({ services, made }: NewWebhookProps) {
  const { office, heed } = useDesk()
  const which = useWhich()
  const [url, setUrl] = useState('')
  const [wrong, setWrong] = useState(false)
  const { busy, refusal, attempt, forget } = useTrying()
  const bad = wrong || refusal === '422.22'

  const make = async (event: Event) => {
    event.preventDefault()
    const lacks = !URL.canParse(url.trim())
    setWrong(lacks)
    if (lacks) return document.getElementById('url')?.focus()
    const chosen = which.given()
    if (!chosen) return
    const done = await attempt(() =>
      heed(office.outlets.webhooks.make({ url: url.trim(), services: chosen })),
    )
    if (!done) return
    setUrl('')
    made(done.value.secret)
  }
  return (
    <form class="office-form" onSubmit={make} noValidate>
      <h2>{words.new}</h2>
      <Field
        id="url"
        label={words.url}
        hint={words.urlHint}
        value={url}
        most={500}
        trouble={bad ? words.urlWrong : undefined}
        change={typed => {
          forget()
          setWrong(false)
          setUrl(typed)
        }}
      />
      <WhichServices which={which} services={services} />
      <Refused refusal={bad ? undefined : refusal} />
      <Send label={words.make} busy={busy} />
    </form>
  )
}
