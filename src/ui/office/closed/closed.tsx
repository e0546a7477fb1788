// That a box stays closed, in lines under it: to an advocate, who can take people's views another way, and to keepers.

import { keeps, type Role } from '../../../protocol/accounts.ts'
import type { WardView } from '../../../protocol/office.ts'
import { dayWords, say, closedWords as words } from '../../../wording/office.ts'

interface ClosedProps {
  readonly ward: Pick<WardView, 'closed'>
  readonly role: Role
}

/** What the ward's tablets say too; nothing while there is nothing to say, and never how many forms there are. */
export function Closed({ ward: { closed }, role }: ClosedProps) {
  if (!closed) return null
  const { told, until, erased } = closed
  return (
    <div class="office-lacks">
      {told && <p>{say(words.told, { day: dayWords(told) })}</p>}
      {told && role === 'advocate' && <p>{words.advocate}</p>}
      {told && keeps(role) && <p>{words.keeper}</p>}
      {until && <p>{say(words.until, { day: dayWords(until) })}</p>}
      {erased && <p>{say(words.erased, { day: dayWords(erased) })}</p>}
    </div>
  )
}
