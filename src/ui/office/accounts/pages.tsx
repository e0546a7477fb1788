// Which page of accounts stands at which address, and who comes to it.

import { keeps } from '../../../protocol/accounts.ts'
import type { Overview } from '../../../protocol/office.ts'
import { Missing } from '../missing.tsx'
import type { Whose } from '../page.tsx'
import { AccountPage } from './account.tsx'
import { InvitePage } from './invite.tsx'
import { MemberPage } from './member.tsx'
import { PeoplePage } from './people.tsx'
import { RecordPage } from './record.tsx'

interface AccountPagesProps {
  readonly room: 'people' | 'account' | 'record'
  /** What stands in the address after the room. */
  readonly path: readonly string[]
  readonly overview: Overview
  readonly whose: Whose
}

/** Who may come in is an administrator's, what was changed is a leader's too, and everybody keeps themselves. */
export function AccountPages({ room, path: [id, ...more], overview, whose }: AccountPagesProps) {
  const { role, services } = overview
  if (room === 'account' && id === undefined) return <AccountPage services={services} whose={whose} />
  if (room === 'record' && id === undefined && keeps(role))
    return <RecordPage overview={overview} whose={whose} />
  if (room !== 'people' || role !== 'administrator' || more.length > 0) return <Missing whose={whose} />
  if (id === undefined) return <PeoplePage services={services} whose={whose} />
  if (id === 'invite') return <InvitePage services={services} whose={whose} />
  return <MemberPage id={id} services={services} whose={whose} />
}
