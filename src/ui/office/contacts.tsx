// The form for a ward's contacts for Help. Gaps may be saved; until all are filled no tablet can be enrolled.

import { useState } from 'preact/hooks'
import * as v from 'valibot'
import type { Refusal } from '../../office/office.ts'
import { type ContactKind, type Contacts, contactKinds, contacts } from '../../protocol/contacts.ts'
import type { WardView } from '../../protocol/office.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Field } from './field.tsx'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'
import { Send } from './send.tsx'

export function ContactsPage({ ward, whose }: { ward: WardView; whose: Whose }) {
  const { office, heed, go, refresh } = useDesk()
  const [filled, fill] = useState<Contacts>(ward.contacts)
  const [wrong, setWrong] = useState<readonly ContactKind[]>([])
  const [refusal, refuse] = useState<Refusal>()

  const change = (kind: ContactKind, part: 'name' | 'phone') => (value: string) =>
    fill(old => ({ ...old, [kind]: { ...old[kind], [part]: value } }))

  const save = async (event: Event) => {
    event.preventDefault()
    const bad = contactKinds.filter(kind => !v.is(contacts.entries[kind], filled[kind]))
    setWrong(bad)
    const [first] = bad
    if (first) return document.getElementById(`${first}-phone`)?.focus()
    const outcome = await heed(office.keep.setContacts(ward.id, v.parse(contacts, filled)))
    if (!outcome.done) return refuse(outcome.refusal)
    await refresh()
    go(paths.ward(ward.id))
  }

  return (
    <Page title={say(words.contacts.page, { ward: ward.name })} {...whose}>
      <p class="office-lead">{words.contacts.lead}</p>
      <form class="office-form" onSubmit={save} noValidate>
        {contactKinds.map(kind => (
          <fieldset key={kind}>
            <legend>{words.contacts.kinds[kind]}</legend>
            <Field
              id={`${kind}-name`}
              label={words.contacts.name}
              value={filled[kind].name}
              most={80}
              change={change(kind, 'name')}
            />
            <Field
              id={`${kind}-phone`}
              label={words.contacts.phone}
              value={filled[kind].phone}
              most={30}
              keys="tel"
              trouble={wrong.includes(kind) ? words.contacts.phoneWrong : undefined}
              change={change(kind, 'phone')}
            />
          </fieldset>
        ))}
        <Refused refusal={refusal} />
        <Send label={words.contacts.save}>
          <Link to={paths.ward(ward.id)}>{say(words.contacts.back, { ward: ward.name })}</Link>
        </Send>
      </form>
    </Page>
  )
}
