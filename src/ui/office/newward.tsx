// The form that adds a ward to a service.

import { useState } from 'preact/hooks'
import type { Refusal } from '../../office/office.ts'
import type { Overview } from '../../protocol/office.ts'
import { officeWords as words } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Field } from './field.tsx'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'
import { Send } from './send.tsx'

export function NewWard({ overview, whose }: { overview: Overview; whose: Whose }) {
  const { office, heed, go, refresh } = useDesk()
  const only = overview.services.length === 1 ? overview.services[0]?.name : undefined
  const [service, setService] = useState(only ?? '')
  const [ward, setWard] = useState('')
  const [gap, setGap] = useState<'service' | 'ward'>()
  const [refusal, refuse] = useState<Refusal>()

  const save = async (event: Event) => {
    event.preventDefault()
    const empty = service.trim() === '' ? 'service' : ward.trim() === '' ? 'ward' : undefined
    setGap(empty)
    if (empty) return document.getElementById(empty)?.focus()
    const outcome = await heed(office.keep.addWard(service.trim(), ward.trim()))
    if (!outcome.done) return refuse(outcome.refusal)
    const now = await refresh()
    const made = now?.services
      .find(one => one.name === service.trim())
      ?.wards.find(one => one.name === ward.trim())
    go(made ? paths.ward(made.id) : paths.wards)
  }

  const { serviceHint, wardHint, empty } = words.newWard
  return (
    <Page title={words.newWard.title} {...whose}>
      <p class="office-lead">{words.newWard.lead}</p>
      <form class="office-form" onSubmit={save} noValidate>
        <Field
          id="service"
          label={words.newWard.service}
          hint={serviceHint}
          value={service}
          most={80}
          trouble={gap === 'service' ? empty : undefined}
          change={setService}
        />
        <Field
          id="ward"
          label={words.newWard.ward}
          hint={wardHint}
          value={ward}
          most={80}
          trouble={gap === 'ward' ? empty : undefined}
          change={setWard}
        />
        <Refused refusal={refusal} />
        <Send label={words.newWard.save}>
          <Link to={paths.wards}>{words.newWard.back}</Link>
        </Send>
      </form>
    </Page>
  )
}
