// Making a token: for which system, which services and until when; then it is shown, this once.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import { exportWords } from '../../../wording/office.ts'
import { Day } from '../day.tsx'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Refused } from '../notice.tsx'
import { Send } from '../send.tsx'
import { useTrying } from '../trying.ts'
import { Once } from './once.tsx'
import { useWhich, WhichServices } from './which.tsx'

const words = exportWords.tokens

interface NewTokenProps {
  readonly services: readonly ServiceView[]
  made(): void
}

export function NewToken({ services, made }: NewTokenProps) {
  const { office, heed } = useDesk()
  const which = useWhich()
  const [name, setName] = useState('')
  const [until, setUntil] = useState('')
  const [wrong, setWrong] = useState<'name' | 'until'>()
  const [token, show] = useState<string>()
  const { busy, refusal, attempt, forget } = useTrying()

  const make = async (event: Event) => {
    event.preventDefault()
    const lacks = name.trim() === '' ? 'name' : until === '' ? 'until' : undefined
    setWrong(lacks)
    if (lacks) return document.getElementById(lacks)?.focus()
    const chosen = which.given()
    if (!chosen) return
    const asked = { name: name.trim(), until, services: chosen }
    const done = await attempt(() => heed(office.outlets.tokens.make(asked)))
    if (!done) return
    setName('')
    show(done.value.token)
    made()
  }
  if (token !== undefined)
    return (
      <Once
        title={words.shownTitle}
        text={words.shownText}
        label={words.shown}
        value={token}
        leave={words.another}
        done={() => show(undefined)}
      />
    )
  const bad = wrong === 'until' || refusal === '422.21'
  return (
    <form class="office-form" onSubmit={make} noValidate>
      <h2>{words.new}</h2>
      <Field
        id="name"
        label={words.nameLabel}
        hint={words.nameHint}
        value={name}
        most={80}
        trouble={wrong === 'name' ? words.nameWrong : undefined}
        change={setName}
      />
      <WhichServices which={which} services={services} />
      <Day
        id="until"
        label={words.untilLabel}
        hint={words.untilHint}
        value={until}
        trouble={bad ? words.untilWrong : undefined}
        isTold
        change={day => {
          forget()
          setUntil(day)
        }}
      />
      <Refused refusal={bad ? undefined : refusal} />
      <Send label={words.make} busy={busy} />
    </form>
  )
}
