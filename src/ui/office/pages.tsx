// Which page stands at which address.

import { keeps, type Role } from '../../protocol/accounts.ts'
import type { Overview, ServiceView, WardView } from '../../protocol/office.ts'
import { AboutPage } from './about.tsx'
import { AccountPages } from './accounts/pages.tsx'
import { ActionsPages, ActPages } from './actions/pages.tsx'
import { BookletPage } from './booklet.tsx'
import { ContactsPage } from './contacts.tsx'
import { EstatePages } from './estate/pages.tsx'
import { ExportsPages } from './exports/pages.tsx'
import { Missing } from './missing.tsx'
import { ModelPages } from './model/pages.tsx'
import { NewWard } from './newward.tsx'
import { OpeningPage } from './opening.tsx'
import type { Whose } from './page.tsx'
import { PaperPage } from './paper.tsx'
import { ReadinessPages } from './readiness/pages.tsx'
import { ReleasePage } from './release.tsx'
import { RescuePage } from './rescue.tsx'
import { ResultsPages } from './results/pages.tsx'
import type { Route } from './route.ts'
import { Tools } from './tools.tsx'
import { WardPage } from './ward.tsx'
import { Wards } from './wards.tsx'
import { WordsPage } from './words.tsx'

/** What everybody comes to. Typing paper forms is the advocate's, everything else is for who keeps wards. */
const shared: readonly Route['at'][] = [
  'wards',
  'ward',
  'release',
  'results',
  'readiness',
  'actions',
  'act',
  'model',
  'exports',
  'booklet',
  'nowhere',
]
const mayCome = (role: Role, at: Route['at']): boolean =>
  shared.includes(at) || (at === 'paper' ? role === 'advocate' : keeps(role))

export function Pages({ route, overview }: { route: Route; overview: Overview }) {
  const { demonstration, organisation, role } = overview
  const whose: Whose = { demonstration, organisation, role, tools: <Tools role={role} /> }
  if (route.at === 'people' || route.at === 'account' || route.at === 'record')
    return <AccountPages room={route.at} path={route.path} overview={overview} whose={whose} />
  // What the other role alone may do is no page here; the server refuses it too.
  if (!mayCome(role, route.at)) return <Missing whose={whose} />
  if (route.at === 'wards') return <Wards overview={overview} whose={whose} />
  if (route.at === 'results') return <ResultsPages path={route.path} whose={whose} />
  if (route.at === 'readiness') return <ReadinessPages path={route.path} overview={overview} whose={whose} />
  if (route.at === 'model') return <ModelPages path={route.path} overview={overview} whose={whose} />
  if (route.at === 'exports') return <ExportsPages path={route.path} overview={overview} whose={whose} />
  if (route.at === 'estate') return <EstatePages path={route.path} overview={overview} whose={whose} />
  if (route.at === 'actions') return <ActionsPages path={route.path} whose={whose} />
  if (route.at === 'act') return <ActPages path={route.path} whose={whose} />
  if (route.at === 'rescue') return <RescuePage whose={whose} />
  if (route.at === 'new ward') return <NewWard overview={overview} whose={whose} />
  if (route.at === 'release') return <ReleasePage id={route.release} whose={whose} />
  if (route.at === 'words') {
    const service = overview.services.find(one => one.id === route.service)
    return service ? <WordsPage service={service} whose={whose} /> : <Missing whose={whose} />
  }
  const found = 'ward' in route ? wardOf(overview, route.ward) : undefined
  if (found && route.at === 'contacts') return <ContactsPage ward={found.ward} whose={whose} />
  if (found && route.at === 'opening') return <OpeningPage {...found} whose={whose} />
  if (found && route.at === 'about') return <AboutPage ward={found.ward} whose={whose} />
  if (found && route.at === 'booklet') return <BookletPage {...found} whose={whose} />
  if (found && route.at === 'paper') return <PaperPage {...found} whose={whose} />
  if (found && route.at === 'ward') return <WardPage {...found} whose={whose} />
  return <Missing whose={whose} />
}

function wardOf(overview: Overview, id: string): { ward: WardView; service: ServiceView } | undefined {
  for (const service of overview.services) {
    const ward = service.wards.find(one => one.id === id)
    if (ward) return { ward, service }
  }
  return undefined
}
