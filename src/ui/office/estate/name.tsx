// The form for the name of an organisation or a ward.

import { useState } from 'preact/hooks'
import * as v from 'valibot'
import type { Office, Outcome } from '../../../office/office.ts'
import { nameRequest } from '../../../protocol/estate.ts'
import { estateWords as words } from '../../../wording/office.ts'
import { Field } from '../field.tsx'
import { Page, type Whose } from '../page.tsx'
import { Buttons } from './buttons.tsx'
import { useSaving } from './saving.ts'

interface NameProps {
  readonly title: string
  readonly hint: string
  readonly name: string
  readonly whose: Whose
  save(office: Office, name: string): Promise<Outcome<undefined>>
}

export function NamePage({ title, hint, name, whose, save }: NameProps) {
  const saving = useSaving()
  const [typed, type] = useState(name)
  const [wrong, setWrong] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const parsed = v.safeParse(nameRequest, { name: typed })
    setWrong(!parsed.success)
    if (!parsed.success) return document.getElementById('name')?.focus()
    return saving.save(office => save(office, parsed.output.name))
  }
  return (
    <Page title={title} {...whose}>
      <form class="office-form" onSubmit={submit} noValidate>
        <Field
          id="name"
          label={words.named.label}
          hint={hint}
          value={typed}
          most={80}
          trouble={wrong ? words.named.empty : undefined}
          change={type}
        />
        <Buttons saving={saving} />
      </form>
    </Page>
  )
}
