// Which wards of a service are counted together: chosen ward by ward, and said again in words before it is saved.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import { estateWords, listWords, say } from '../../../wording/office.ts'
import { Select } from '../choice.tsx'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { Buttons } from './buttons.tsx'
import { type Chosen, chosenNow, grouped, groupsOf, isSame } from './groups.ts'
import { estatePaths } from './places.ts'
import { useSaving } from './saving.ts'

const words = estateWords.groups

export function TogetherPage({ service, whose }: { service: ServiceView; whose: Whose }) {
  const { wards } = service
  return (
    <Page title={say(words.title, { service: service.name })} {...whose}>
      <p class="office-lead">{words.why}</p>
      <p>{words.told}</p>
      <p>{words.before}</p>
      {wards.length > 1 ? (
        <Groups service={service} />
      ) : (
        <>
          <p>{words.one}</p>
          <p>
            <Link to={estatePaths.outline}>{estateWords.back}</Link>
          </p>
        </>
      )}
    </Page>
  )
}

function Groups({ service: { id, wards } }: { service: ServiceView }) {
  const saving = useSaving()
  const now = chosenNow(wards)
  const [chosen, choose] = useState<Chosen>(now)
  const [idle, setIdle] = useState(false)
  const options = [
    ['0', words.alone] as const,
    ...groupsOf(wards).map(n => [String(n), say(words.group, { n })] as const),
  ]
  const same = isSame(wards, now, chosen)
  const submit = async (event: Event) => {
    event.preventDefault()
    setIdle(same)
    if (same) return
    const groups = grouped(wards, chosen).map(group => group.map(ward => ward.id))
    await saving.save(({ estate }) => estate.putTogether(id, groups))
  }
  return (
    <form class="office-form" onSubmit={submit}>
      {wards.map(ward => (
        <Select
          key={ward.id}
          id={`group-${ward.id}`}
          label={say(words.ward, { ward: ward.name })}
          value={String(chosen[ward.id] ?? 0)}
          options={options}
          choose={value => choose(old => ({ ...old, [ward.id]: Number(value) }))}
        />
      ))}
      <section class="office-confirm" aria-labelledby="will">
        <h2 id="will">{words.will}</h2>
        <div role="status">
          <ul class="office-steps">
            {grouped(wards, chosen).map(group => (
              <li key={group.map(ward => ward.id).join(' ')}>{said(group.map(ward => ward.name))}</li>
            ))}
          </ul>
          <p>{same ? (idle ? words.nothing : words.same) : ''}</p>
        </div>
      </section>
      <Buttons saving={saving} label={words.save} />
    </form>
  )
}

const said = (names: readonly string[]): string =>
  names.length > 1
    ? say(words.both, { wards: listWords(names) })
    : say(words.single, { ward: names[0] ?? '' })
