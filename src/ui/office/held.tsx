// The releases that wait for an independent advocate: as much as a leader may know of them, and the advocate's way to them.

import { keeps, type Role } from '../../protocol/accounts.ts'
import type { HeldView, WardView } from '../../protocol/office.ts'
import { dayWords, say, officeWords as words } from '../../wording/office.ts'
import { Link } from './link.tsx'
import { paths } from './route.ts'

export function Held({ ward, role }: { ward: WardView; role: Role }) {
  if (ward.held.length === 0) return null
  return (
    <div class="office-lacks">
      {ward.held.map(one =>
        role === 'advocate' ? <Waiting key={one.id} held={one} /> : <p key={one.id}>{heldWords(one)}</p>,
      )}
      {keeps(role) && <p>{words.held.leaderNote}</p>}
    </div>
  )
}

/** All that a leader learns of a release that is held. */
const heldWords = ({ due, since }: HeldView): string =>
  say(words.held.leader, { day: dayWords(due), since: dayWords(since) })

function Waiting({ held: { id, due, since, why } }: { held: HeldView }) {
  return (
    <p>
      <Link to={paths.release(id)}>{say(words.held.link, { day: dayWords(due) })}</Link>
      <br />
      {say(words.held.waits, { since: dayWords(since), why: why ? words.held.why[why] : '' })}
    </p>
  )
}
