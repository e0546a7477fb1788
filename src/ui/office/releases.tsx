// The releases of a ward, newest first.

import type { WardView } from '../../protocol/office.ts'
import { dayWords, say, sayCount, officeWords as words } from '../../wording/office.ts'
import { Link } from './link.tsx'
import { paths } from './route.ts'

type Listed = WardView['releases'][number]

export function ReleaseLink({ release }: { release: Listed }) {
  return (
    <>
      <Link to={paths.release(release.id)}>{say(words.releases.link, { day: dayWords(release.due) })}</Link>,{' '}
      {sayCount(words.releases.forms, release.base)}
    </>
  )
}

export function Releases({ releases }: { releases: readonly Listed[] }) {
  if (releases.length === 0) return <p>{words.releases.none}</p>
  return (
    <ul class="office-list">
      {releases.map(one => (
        <li key={one.id}>
          <ReleaseLink release={one} />
        </li>
      ))}
    </ul>
  )
}
