// How Welcome opens on a ward: as it is now, and the form that changes it.

import { useState } from 'preact/hooks'
import type { Refusal } from '../../office/office.ts'
import type { ServiceView, WardView } from '../../protocol/office.ts'
import { type Opening, opening as shape } from '../../protocol/tablet.ts'
import { wordingOfOpening } from '../../protocol/wordings.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import { type Known, wordings } from '../../wording/provenance.ts'
import { Select, Tick } from './choice.tsx'
import { useDesk } from './desk.ts'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { Pairs } from './pairs.tsx'
import { paths } from './route.ts'
import { Send } from './send.tsx'
import { nameOf } from './wording.tsx'

interface OpeningProps {
  readonly ward: WardView
  readonly service: ServiceView
}

const sizes = shape.entries.size.options

const idOf = (opening: Opening): string => wordingOfOpening(opening) ?? 'en/original'

/** The wordings a ward of a service may open in: the original, and what is on. */
const openable = (service: ServiceView): Known[] =>
  wordings.filter(({ kind, wording }) => kind === 'original' || service.wordings.includes(wording.id))

export function OpeningLines({ ward, service }: OpeningProps) {
  const { size, aloud, calm } = ward.opening
  const now = openable(service).find(known => known.wording.id === idOf(ward.opening))
  const lines = [
    [words.opening.words, now ? nameOf(now) : idOf(ward.opening)],
    [words.opening.size, words.opening.sizes[size]],
    [words.opening.aloud, aloud ? words.opening.yes : words.opening.no],
    [words.opening.calm, calm ? words.opening.yes : words.opening.no],
  ]
  return (
    <>
      <Pairs lines={lines} />
      <p class="office-row">
        <Link to={paths.opening(ward.id)} class="office-button">
          {words.opening.edit}
        </Link>
        <Link to={paths.words(service.id)}>{say(words.wordings.link, { service: service.name })}</Link>
      </p>
    </>
  )
}

export function OpeningPage({ ward, service, whose }: OpeningProps & { whose: Whose }) {
  const { office, heed, go, refresh } = useDesk()
  const [chosen, choose] = useState(ward.opening)
  const [refusal, refuse] = useState<Refusal>()
  const change = (part: Partial<Opening>) => choose(old => ({ ...old, ...part }))

  const save = async (event: Event) => {
    event.preventDefault()
    const outcome = await heed(office.wordings.setOpening(ward.id, chosen))
    if (!outcome.done) return refuse(outcome.refusal)
    await refresh()
    go(paths.ward(ward.id))
  }

  const speak = (id: string) => {
    const [language = 'en', kind] = id.split('/')
    change({ language, words: kind === 'easy' ? 'easy' : 'standard' })
  }

  return (
    <Page title={say(words.opening.page, { ward: ward.name })} {...whose}>
      <p class="office-lead">{words.opening.lead}</p>
      <form class="office-form" onSubmit={save} noValidate>
        <Select
          id="words"
          label={words.opening.words}
          hint={words.opening.wordsHint}
          value={idOf(chosen)}
          options={openable(service).map(known => [known.wording.id, nameOf(known)] as const)}
          choose={speak}
        />
        <Select
          id="size"
          label={words.opening.size}
          value={chosen.size}
          options={sizes.map(size => [size, words.opening.sizes[size]] as const)}
          choose={size => change({ size })}
        />
        <Tick
          id="aloud"
          label={words.opening.aloudLabel}
          hint={words.opening.aloudHint}
          on={chosen.aloud}
          turn={aloud => change({ aloud })}
        />
        <Tick id="calm" label={words.opening.calmLabel} on={chosen.calm} turn={calm => change({ calm })} />
        <Refused refusal={refusal} />
        <Send label={words.opening.save}>
          <Link to={paths.ward(ward.id)}>{say(words.opening.back, { ward: ward.name })}</Link>
        </Send>
      </form>
    </Page>
  )
}
