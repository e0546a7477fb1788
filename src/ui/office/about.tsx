// What tablets and paper need to know of a ward: as it is now, and the form that changes it.

import { useState } from 'preact/hooks'
import * as v from 'valibot'
import type { Refusal } from '../../office/office.ts'
import { type About, aboutRequest, type WardView } from '../../protocol/office.ts'
import { officeWords, say } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Field } from './field.tsx'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'
import { Send } from './send.tsx'

const words = officeWords.about

export function AboutLines({ ward }: { ward: WardView }) {
  const { idle, beds, returnTo } = ward.about
  return (
    <>
      <dl class="office-pairs">
        <div>
          <dt>{words.idle}</dt>
          <dd>{say(words.idleSaid, { n: idle })}</dd>
        </div>
        <div>
          <dt>{words.beds}</dt>
          <dd>{beds ?? words.bedsNone}</dd>
        </div>
        <div>
          <dt>{words.returnTo}</dt>
          <dd class="office-lines">{returnTo === '' ? words.returnNone : returnTo}</dd>
        </div>
      </dl>
      <p>
        <Link to={paths.about(ward.id)} class="office-button">
          {words.edit}
        </Link>
      </p>
    </>
  )
}

type Part = keyof About

export function AboutPage({ ward, whose }: { ward: WardView; whose: Whose }) {
  const { office, heed, go, refresh } = useDesk()
  const { idle, beds, returnTo } = ward.about
  const [typed, type] = useState({ idle: String(idle), beds: beds === null ? '' : String(beds), returnTo })
  const [wrong, setWrong] = useState<readonly Part[]>([])
  const [refusal, refuse] = useState<Refusal>()
  const change = (part: Part) => (value: string) => type(old => ({ ...old, [part]: value }))

  const save = async (event: Event) => {
    event.preventDefault()
    const given = { idle: numberIn(typed.idle), beds: numberIn(typed.beds), returnTo: typed.returnTo }
    const parsed = v.safeParse(aboutRequest, given)
    const bad = parsed.success ? [] : parsed.issues.map(issue => v.getDotPath(issue) as Part)
    setWrong(bad)
    if (!parsed.success) return document.getElementById(bad[0] ?? '')?.focus()
    const outcome = await heed(office.keep.setAbout(ward.id, parsed.output))
    if (!outcome.done) return refuse(outcome.refusal)
    await refresh()
    go(paths.ward(ward.id))
  }

  const field = (part: Part) => ({
    id: part,
    label: words[part],
    hint: words[`${part}Hint`],
    value: typed[part],
    trouble: wrong.includes(part) ? words[`${part}Wrong`] : undefined,
    change: change(part),
  })
  return (
    <Page title={say(words.page, { ward: ward.name })} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <form class="office-form" onSubmit={save} noValidate>
        <Field {...field('idle')} most={3} keys="numeric" />
        <Field {...field('beds')} most={3} keys="numeric" />
        <Field {...field('returnTo')} most={300} lines={7} />
        <Refused refusal={refusal} />
        <Send label={words.save}>
          <Link to={paths.ward(ward.id)}>{say(words.back, { ward: ward.name })}</Link>
        </Send>
      </form>
    </Page>
  )
}

/** A whole number that was typed; null for an empty line, NaN for anything else. */
const numberIn = (typed: string): number | null =>
  typed.trim() === '' ? null : /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
