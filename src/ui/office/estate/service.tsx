// The form for a service's name, and for how many forms its boxes are counted with at least.

import { useState } from 'preact/hooks'
import * as v from 'valibot'
import { serviceRequest } from '../../../protocol/estate.ts'
import type { ServiceView } from '../../../protocol/office.ts'
import { estateWords, say } from '../../../wording/office.ts'
import { Field } from '../field.tsx'
import { Page, type Whose } from '../page.tsx'
import { Buttons } from './buttons.tsx'
import { useSaving } from './saving.ts'

const words = estateWords.settled

export function ServicePage({ service, whose }: { service: ServiceView; whose: Whose }) {
  const saving = useSaving()
  const [name, setName] = useState(service.name)
  const [number, setNumber] = useState(String(service.threshold))
  const [wrong, setWrong] = useState<'name' | 'threshold'>()
  const submit = async (event: Event) => {
    event.preventDefault()
    const threshold = /^\d+$/.test(number.trim()) ? Number(number) : Number.NaN
    const parsed = v.safeParse(serviceRequest, { name, threshold })
    const bad = parsed.success ? undefined : v.getDotPath(parsed.issues[0]) === 'name' ? 'name' : 'threshold'
    setWrong(bad)
    if (!parsed.success) return document.getElementById(bad ?? '')?.focus()
    return saving.save(({ estate }) => estate.setService(service.id, parsed.output))
  }
  return (
    <Page title={say(words.title, { service: service.name })} {...whose}>
      <form class="office-form" onSubmit={submit} noValidate>
        <Field
          id="name"
          label={estateWords.named.label}
          hint={words.nameHint}
          value={name}
          most={80}
          trouble={wrong === 'name' ? estateWords.named.empty : undefined}
          change={setName}
        />
        <Field
          id="threshold"
          label={words.threshold}
          hint={words.thresholdHint}
          value={number}
          most={2}
          keys="numeric"
          trouble={wrong === 'threshold' ? words.thresholdWrong : undefined}
          change={setNumber}
        />
        <p>{words.thresholdWhen}</p>
        <p>{words.thresholdThen}</p>
        <Buttons saving={saving} />
      </form>
    </Page>
  )
}
