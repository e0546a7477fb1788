// One version, as a document that can be printed; the newest can be filled in, finished and followed by the next.

import { useState } from 'preact/hooks'
import type { Checker } from '../../../improve/readiness.ts'
import type { Refusal } from '../../../office/office.ts'
import { say, readinessWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Done, Refused } from '../notice.tsx'
import { Page } from '../page.tsx'
import { Document, Source } from './document.tsx'
import { Finish } from './finish.tsx'
import { readinessPaths } from './places.ts'
import type { Shared } from './shared.ts'

export function VersionPage({
  service,
  reply,
  whose,
  checker,
  put,
  again,
}: Shared & { checker?: Checker | undefined }) {
  const [done, setDone] = useState<string>()
  const speaks = whose.role !== 'reader'
  const isNewest = checker?.id === reply.checkers[0]?.id
  const look = async () => {
    await again()
    setDone(words.looked)
  }
  const finished = (after: Checker) => {
    put(after)
    setDone(words.finish.done)
  }
  return (
    <Page title={say(words.titleOf, { service: service.name })} {...whose}>
      <p class="office-lead office-noprint">{words.lead}</p>
      <Ways service={service.id} {...(isNewest && { here: 'checker' })} />
      <Done>{done}</Done>
      {!checker && <p>{words.noneYet}</p>}
      {isNewest && checker?.state !== 'open' && (
        <Begin
          service={service.id}
          label={checker ? words.next : words.begin}
          lead={checker && words.nextLead}
          speaks={speaks}
          begun={put}
        />
      )}
      {checker ? (
        <Document
          checker={checker}
          name={`${reply.service}, ${reply.organisation}`}
          open={isNewest && checker.state === 'open' && speaks}
        />
      ) : (
        <Source />
      )}
      {checker && (
        <p class="office-row office-noprint">
          <button type="button" class="office-button" onClick={() => window.print()}>
            {words.print}
          </button>
          {isNewest && checker.state === 'open' && (
            <button type="button" class="office-button" onClick={look}>
              {words.lookAgain}
            </button>
          )}
        </p>
      )}
      {checker?.state === 'open' && speaks && <Finish checker={checker} finished={finished} />}
    </Page>
  )
}

/** The ways to the other pages of a service. */
export function Ways({ service, here }: { service: string; here?: keyof typeof ways }) {
  return (
    <nav class="office-row office-noprint ready-ways" aria-label={words.pages}>
      {Object.entries(ways).map(([at, label]) =>
        at === here ? null : (
          <Link key={at} to={readinessPaths[at as keyof typeof ways](service)}>
            {label}
          </Link>
        ),
      )}
    </nav>
  )
}

const ways = { checker: words.toCurrent, beside: words.toBeside, versions: words.toVersions } as const

interface BeginProps {
  readonly service: string
  readonly label: string
  readonly lead?: string | undefined
  readonly speaks: boolean
  begun(checker: Checker): void
}

function Begin({ service, label, lead, speaks, begun }: BeginProps) {
  const { office, heed } = useDesk()
  const [refusal, refuse] = useState<Refusal>()
  const begin = async () => {
    const outcome = await heed(office.readiness.begin(service))
    refuse(outcome.done ? undefined : outcome.refusal)
    if (outcome.done) begun(outcome.value)
  }
  if (!speaks) return lead ? null : <p>{words.beginNone}</p>
  return (
    <div class="office-noprint">
      {lead && <p>{lead}</p>}
      <Refused refusal={refusal} />
      <p>
        <button type="button" class="office-button" onClick={begin}>
          {label}
        </button>
      </p>
    </div>
  )
}
