// The way about in the office: one nav of two quiet groups, with a link for each page that somebody of this role comes to.

import { useId, useState } from 'preact/hooks'
import { keeps, type Role, roles } from '../../protocol/accounts.ts'
import {
  accountWords,
  actionWords,
  estateWords,
  exportWords,
  modelWords,
  readinessWords,
  resultsWords,
} from '../../wording/office.ts'
import { accountPaths } from './accounts/paths.ts'
import { useDesk } from './desk.ts'
import { estatePaths } from './estate/places.ts'
import { exportPaths } from './exports/paths.ts'
import { Link } from './link.tsx'
import { resultsPaths } from './results/paths.ts'
import { paths } from './route.ts'

const words = accountWords.tools

/** A page that the nav leads to: `of` says which other addresses belong to it, besides those below its own. */
interface Place {
  readonly to: string
  readonly label: string
  readonly roles: readonly Role[]
  readonly of?: readonly string[]
}

/** What people say and what comes of it: Wards · Results · Readiness · What changes · The model. */
const work: readonly Place[] = [
  {
    to: paths.wards,
    label: words.wards,
    roles,
    of: ['/office/wards', '/office/releases', '/office/services', '/office/rescue'],
  },
  { to: resultsPaths.all, label: resultsWords.nav, roles },
  { to: paths.readiness, label: readinessWords.nav, roles },
  { to: paths.actions, label: actionWords.link, roles },
  { to: paths.model, label: modelWords.nav, roles },
]

/** What keeps the office: Estate · People · Record of changes · Exports · Your account · Sign out. */
const house: readonly Place[] = [
  { to: estatePaths.outline, label: estateWords.title, roles: ['administrator', 'leader'] },
  { to: accountPaths.people, label: words.people, roles: ['administrator'] },
  { to: accountPaths.record, label: words.record, roles: roles.filter(keeps) },
  { to: exportPaths.exports, label: exportWords.nav, roles },
  { to: accountPaths.account, label: words.account, roles },
]

export function Tools({ role }: { role: Role }) {
  const { signOut } = useDesk()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <nav class="office-tools" aria-label={words.name}>
      {/* On a narrow page the places wait behind it; elsewhere it is not there. */}
      <button
        type="button"
        class="office-button office-menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {words.menu}
      </button>
      <div id={id} class={open ? 'office-places' : 'office-places office-shut'}>
        <ul aria-label={words.work}>
          <Places places={work} role={role} />
        </ul>
        <ul aria-label={words.house}>
          <Places places={house} role={role} />
          <li>
            <button type="button" class="office-plain" onClick={signOut}>
              {words.signOut}
            </button>
          </li>
        </ul>
      </div>
    </nav>
  )
}

const Places = ({ places, role }: { places: readonly Place[]; role: Role }) =>
  places
    .filter(place => place.roles.includes(role))
    .map(place => (
      <li key={place.to}>
        <Link to={place.to} aria-current={isHere(place) ? 'page' : undefined}>
          {place.label}
        </Link>
      </li>
    ))

// The first page's address is the beginning of every other's.
function isHere({ to, of = [] }: Place): boolean {
  const here = location.pathname.replace(/\/$/, '')
  const below = to === paths.wards ? of : [to, ...of]
  return here === to || below.some(path => here === path || here.startsWith(`${path}/`))
}
