// The first page: the wards by service, and what may be said of each one's box.

import { keeps, type Role } from '../../protocol/accounts.ts'
import { missingContacts } from '../../protocol/contacts.ts'
import type { Overview, WardView } from '../../protocol/office.ts'
import { listWords, say, officeWords as words } from '../../wording/office.ts'
import { Waits } from './actions/waits.tsx'
import { BoxLines } from './box.tsx'
import { Closed } from './closed/closed.tsx'
import { CountingAll } from './counting.tsx'
import { Demonstrate } from './demonstrate.tsx'
import { Held } from './held.tsx'
import { Link } from './link.tsx'
import { Page, type Whose } from './page.tsx'
import { ReleaseLink } from './releases.tsx'
import { paths } from './route.ts'

export function Wards({ overview, whose }: { overview: Overview; whose: Whose }) {
  const empty = overview.services.every(service => service.wards.length === 0)
  const leads = keeps(overview.role)
  const { lead, none } = leads ? words.overview : words.advocate
  return (
    <Page title={words.overview.title} {...whose}>
      <p class="office-lead">{empty ? none : lead}</p>
      <CountingAll services={overview.services} />
      {overview.services.map(service => (
        <section key={service.id} aria-labelledby={`service-${service.id}`}>
          <h2 id={`service-${service.id}`}>{service.name}</h2>
          {leads && (
            <p>
              <Link to={paths.words(service.id)}>{say(words.wordings.link, { service: service.name })}</Link>
            </p>
          )}
          {service.wards.map(ward => (
            <Ward key={ward.id} ward={ward} role={overview.role} demonstration={overview.demonstration} />
          ))}
        </section>
      ))}
      {leads && (
        <p class="office-row">
          <Link to={paths.newWard} class="office-button">
            {words.overview.add}
          </Link>
          {!empty && <Link to={paths.rescue}>{words.overview.rescue}</Link>}
        </p>
      )}
    </Page>
  )
}

interface WardProps {
  readonly ward: WardView
  readonly role: Role
  readonly demonstration: boolean
}

function Ward({ ward, role, demonstration }: WardProps) {
  const leads = keeps(role)
  const [latest] = ward.releases
  return (
    <article class="office-ward">
      <h3>
        <Link to={paths.ward(ward.id)}>{ward.name}</Link>
      </h3>
      {ward.countedWith.length > 0 && (
        <p>{say(words.overview.counted, { wards: listWords(ward.countedWith) })}</p>
      )}
      <BoxLines box={ward.box} />
      <Closed ward={ward} role={role} />
      {latest ? (
        <p>
          {words.overview.latest}: <ReleaseLink release={latest} />
        </p>
      ) : (
        <p>{words.overview.noRelease}</p>
      )}
      <Waits releases={ward.releases} role={role} />
      <Held ward={ward} role={role} />
      {leads && missingContacts(ward.contacts).length > 0 && (
        <p class="office-lacks">{words.overview.lacks}</p>
      )}
      <p>
        <Link to={paths.ward(ward.id)}>
          {say(leads ? words.overview.open : words.advocate.open, { ward: ward.name })}
        </Link>
      </p>
      {demonstration && leads && <Demonstrate ward={ward} />}
    </article>
  )
}
