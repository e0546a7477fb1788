// On the wards' page: which release of a ward waits for an answer, and since when.

import type { Role } from '../../../protocol/accounts.ts'
import type { WardView } from '../../../protocol/office.ts'
import { dayWords, say, sayCount, actionWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { paths } from '../route.ts'

/** The newest that waits; of those before it, that there are some. */
export function Waits({ releases, role }: { releases: WardView['releases']; role: Role }) {
  const [latest, ...earlier] = releases.filter(({ waits }) => waits)
  if (!latest) return null
  return (
    <p class="office-lacks">
      {say(words.waits, { day: dayWords(latest.due) })}
      {earlier.length > 0 && ` ${sayCount(words.waitsMore, earlier.length)}`}
      {role !== 'reader' && (
        <>
          {' '}
          <Link to={paths.release(latest.id)}>{say(words.waitsLink, { day: dayWords(latest.due) })}</Link>
        </>
      )}
    </p>
  )
}
