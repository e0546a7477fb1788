// Which page of the Readiness Checker stands at which address. What has been said is asked for anew on every page.

import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Checker } from '../../../improve/readiness.ts'
import type { Outcome } from '../../../office/office.ts'
import type { Overview } from '../../../protocol/office.ts'
import type { ReadinessReply } from '../../../protocol/readiness.ts'
import { officeWords, readinessWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Missing } from '../missing.tsx'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { BesidePage } from './beside.tsx'
import { placeOf, readinessPaths } from './places.ts'
import { QuestionPage } from './question.tsx'
import { questions } from './said.ts'
import type { Shared } from './shared.ts'
import { VersionPage } from './version.tsx'
import { VersionsPage } from './versions.tsx'

interface PagesProps {
  readonly path: readonly string[]
  readonly overview: Overview
  readonly whose: Whose
}

export function ReadinessPages({ path, overview, whose }: PagesProps) {
  const place = placeOf(path)
  if (place.at === 'services') return <Services overview={overview} whose={whose} />
  const service = 'service' in place ? overview.services.find(({ id }) => id === place.service) : undefined
  if (place.at === 'nowhere' || !service) return <Missing whose={whose} />
  return (
    <Loaded service={service.id} whose={whose}>
      {(reply, put, again) => {
        const shared = { service, reply, whose, put, again }
        if (place.at === 'checker') return <VersionPage {...shared} checker={reply.checkers[0]} />
        if (place.at === 'versions') return <VersionsPage {...shared} />
        if (place.at === 'beside') return <BesidePage {...shared} ward={place.ward} />
        if (place.at === 'question') {
          const question = questions.find(({ id }) => id === place.question)
          return question ? <QuestionPage {...shared} question={question} /> : <Missing whose={whose} />
        }
        const checker = reply.checkers.find(({ id }) => id === place.version)
        return checker ? <VersionPage {...shared} checker={checker} /> : <Missing whose={whose} />
      }}
    </Loaded>
  )
}

interface LoadedProps {
  readonly service: string
  readonly whose: Whose
  children(reply: ReadinessReply, put: Shared['put'], again: Shared['again']): preact.ComponentChildren
}

function Loaded({ service, whose, children }: LoadedProps) {
  const { office, heed } = useDesk()
  const [looked, look] = useState<Outcome<ReadinessReply>>()
  const again = useCallback(
    async () => look(await heed(office.readiness.of(service))),
    [office, heed, service],
  )
  useEffect(() => {
    void again()
  }, [again])

  if (looked === undefined) return <Page title={officeWords.wait} {...whose} children={null} />
  if (!looked.done)
    return (
      <Page title={words.title} {...whose}>
        <Refused refusal={looked.refusal} />
        <p>
          <button type="button" class="office-button" onClick={again}>
            {officeWords.tryAgain}
          </button>
        </p>
      </Page>
    )
  const put: Shared['put'] = (checker, wrote) => {
    const others = looked.value.checkers.filter(({ id }) => id !== checker.id)
    const isNew = others.length === looked.value.checkers.length
    const checkers = isNew
      ? [checker, ...others]
      : looked.value.checkers.map(one => (one.id === checker.id ? checker : beside(one, checker)))
    const mine = [...looked.value.mine, ...(wrote === undefined ? [] : [wrote])]
    look({ done: true, value: { ...looked.value, checkers, mine } })
  }
  return <>{children(looked.value, put, again)}</>
}

/** A version with what was said in another one, if that stands beside its own, as it is now. */
const beside = (one: Checker, { voices }: Checker): Checker => ({
  ...one,
  before: one.before.map(voice => voices.find(({ id }) => id === voice.id) ?? voice),
})

function Services({ overview, whose }: { overview: Overview; whose: Whose }) {
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <p>{overview.services.length === 0 ? words.none : words.choose}</p>
      <ul class="office-list">
        {overview.services.map(({ id, name }) => (
          <li key={id}>
            <Link to={readinessPaths.checker(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
