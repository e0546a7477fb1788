// On a release's page: what is being done about it, what the tablets say meanwhile, and what to look at again.

import { heard, lookAgain } from '../../../improve/heard.ts'
import type { Acting } from '../../../office/actions.ts'
import { actionWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import type { Whose } from '../page.tsx'
import { Unseen, useLook } from './look.tsx'
import { actionPaths } from './paths.ts'
import { ActionRows } from './row.tsx'
import { Says } from './says.tsx'

interface BeingProps {
  readonly release: string
  readonly role: Whose['role']
  /** It waits for an advocate: nothing is begun yet. */
  readonly held?: boolean
}

/** The section of a release's page; asks for what it shows by itself. */
export function BeingDone({ release, role, held = false }: BeingProps) {
  const { office } = useDesk()
  const [looked, again] = useLook(() => office.actions.of(release), release)
  return (
    <section class="office-noprint" aria-labelledby="being-done">
      <h2 id="being-done">{words.release.title}</h2>
      {looked?.done ? (
        <Being acting={looked.value} release={release} mayBegin={role !== 'reader' && !held} />
      ) : (
        <Unseen looked={looked} again={again} />
      )}
      {held && <p>{words.release.held}</p>}
    </section>
  )
}

interface Shown {
  readonly acting: Acting
  readonly release: string
  readonly mayBegin: boolean
}

function Being({ acting, release, mayBegin }: Shown) {
  const { actions, releases, today } = acting
  const place = releases.find(({ id }) => id === release)
  if (!place) return null
  const told = heard(place, actions)
  const own = actions.filter(action => action.release === release)
  const again = lookAgain(place, releases, actions)
  return (
    <>
      {told.kind === 'unanswered' && (
        <>
          <p>{words.release.asks}</p>
          <p>{words.release.unanswered}</p>
          <Says heard={told} />
        </>
      )}
      {own.length > 0 && <ActionRows actions={own} today={today} />}
      <p class="office-row">
        {mayBegin && (
          <Link to={actionPaths.act(release)} class="office-button">
            {words.release.begin}
          </Link>
        )}
        <Link to={actionPaths.all}>{words.release.all}</Link>
      </p>
      {again.length > 0 && (
        <>
          <h3>{words.release.again}</h3>
          <p>{words.release.againNote}</p>
          <ActionRows actions={again} today={today} />
        </>
      )}
    </>
  )
}
