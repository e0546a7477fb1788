// Which wards of a service are counted together: chosen ward by ward, and said again in words before it is saved.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import { estateWords, listWords, say } from '../../../wording/office.ts'
import { Select } from '../choice.tsx'
import { useDesk } from '../desk.ts'
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
  const { refresh } = useDesk()
  // As they were last shown here, whatever was settled since: that is what is changed.
  const [seen, see] = useState(wards)
  const now = chosenNow(seen)
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
    await saving.save(async ({ estate }) => {
      const outcome = await estate.putTogether(id, {
        groups: idsOf(grouped(wards, chosen)),
        seen: idsOf(grouped(seen, now)),
      })
      if (!outcome.done && outcome.refusal === '409.34') await lookAgain()
      return outcome
    })
  }
  const lookAgain = async () => {
    const services = (await refresh())?.services ?? []
    see(services.find(one => one.id === id)?.wards ?? seen)
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
      {saving.refusal === '409.34' && (
        <section aria-labelledby="now">
          <h2 id="now">{words.now}</h2>
          <Said groups={grouped(seen, now)} />
        </section>
      )}
      <section class="office-confirm" aria-labelledby="will">
        <h2 id="will">{words.will}</h2>
        <div role="status">
          <Said groups={grouped(wards, chosen)} />
          <p>{same ? (idle ? words.nothing : words.same) : ''}</p>
        </div>
      </section>
      <Buttons saving={saving} label={words.save} />
    </form>
  )
}

type Wards = ServiceView['wards']

const Said = ({ groups }: { groups: readonly Wards[] }) => (
  <ul class="office-steps">
    {groups.map(group => (
      <li key={group.map(ward => ward.id).join(' ')}>{said(group.map(ward => ward.name))}</li>
    ))}
  </ul>
)

const idsOf = (groups: readonly Wards[]): string[][] => groups.map(group => group.map(({ id }) => id))

const said = (names: readonly string[]): string =>
  names.length > 1
    ? say(words.both, { wards: listWords(names) })
    : say(words.single, { ward: names[0] ?? '' })
