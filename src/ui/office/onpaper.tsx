// The ways to paper: the booklet for everybody here, and typing one in for the advocate alone.

import type { Role } from '../../protocol/accounts.ts'
import type { WardView } from '../../protocol/office.ts'
import { officeWords as words } from '../../wording/office.ts'
import { Link } from './link.tsx'
import { paths } from './route.ts'

export function OnPaper({ ward, role }: { ward: WardView; role: Role }) {
  return (
    <>
      <p>{words.paper.partLead}</p>
      <p class="office-row">
        {role === 'advocate' && (
          <Link to={paths.paper(ward.id)} class="office-button">
            {words.paper.type}
          </Link>
        )}
        <Link to={paths.booklet(ward.id)} class="office-button">
          {words.paper.booklet}
        </Link>
      </p>
    </>
  )
}
