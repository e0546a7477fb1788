// Every version of a service, the newest first.

import type { Checker } from '../../../improve/readiness.ts'
import { dayWords, readinessWords, say } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { Page } from '../page.tsx'
import { readinessPaths } from './places.ts'
import type { Shared } from './shared.ts'
import { Ways } from './version.tsx'

const words = readinessWords.versions

export function VersionsPage({ service, reply, whose }: Shared) {
  return (
    <Page title={say(words.title, { service: service.name })} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <Ways service={service.id} here="versions" />
      {reply.checkers.length === 0 && <p>{readinessWords.noneYet}</p>}
      <ul class="office-list">
        {reply.checkers.map(checker => (
          <li key={checker.id}>
            <Link to={readinessPaths.version(service.id, checker.id)}>{timeOf(checker)}</Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}

const timeOf = (checker: Checker): string =>
  checker.state === 'finished'
    ? say(words.finished, { began: dayWords(checker.began), finished: dayWords(checker.finished) })
    : say(words.open, { began: dayWords(checker.began) })
