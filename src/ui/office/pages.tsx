// Which page stands at which address.

import type { Overview, ServiceView, WardView } from '../../protocol/office.ts'
import { officeWords as words } from '../../wording/office.ts'
import { ContactsPage } from './contacts.tsx'
import { useDesk } from './desk.ts'
import { Link } from './link.tsx'
import { NewWard } from './newward.tsx'
import { OpeningPage } from './opening.tsx'
import { Page, type Whose } from './page.tsx'
import { ReleasePage } from './release.tsx'
import { paths, type Route } from './route.ts'
import { WardPage } from './ward.tsx'
import { Wards } from './wards.tsx'
import { WordsPage } from './words.tsx'

export function Pages({ route, overview }: { route: Route; overview: Overview }) {
  const { demonstration, organisation } = overview
  const whose: Whose = { demonstration, organisation, tools: <Tools /> }
  if (route.at === 'wards') return <Wards overview={overview} whose={whose} />
  if (route.at === 'new ward') return <NewWard overview={overview} whose={whose} />
  if (route.at === 'release') return <ReleasePage id={route.release} whose={whose} />
  if (route.at === 'words') {
    const service = overview.services.find(one => one.id === route.service)
    return service ? <WordsPage service={service} whose={whose} /> : <Missing whose={whose} />
  }
  const found = route.at === 'nowhere' ? undefined : wardOf(overview, route.ward)
  if (found && route.at === 'contacts') return <ContactsPage ward={found.ward} whose={whose} />
  if (found && route.at === 'opening') return <OpeningPage {...found} whose={whose} />
  if (found && route.at === 'ward') return <WardPage {...found} whose={whose} />
  return <Missing whose={whose} />
}

function Missing({ whose }: { whose: Whose }) {
  return (
    <Page title={words.missing.title} {...whose}>
      <p>{words.missing.text}</p>
      <p>
        <Link to={paths.wards}>{words.missing.back}</Link>
      </p>
    </Page>
  )
}

function wardOf(overview: Overview, id: string): { ward: WardView; service: ServiceView } | undefined {
  for (const service of overview.services) {
    const ward = service.wards.find(one => one.id === id)
    if (ward) return { ward, service }
  }
  return undefined
}

function Tools() {
  const { signOut } = useDesk()
  return (
    <nav class="office-tools" aria-label={words.place}>
      <Link to={paths.wards}>{words.wards}</Link>
      <button type="button" class="office-plain" onClick={signOut}>
        {words.signOut}
      </button>
    </nav>
  )
}
