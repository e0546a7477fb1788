// The first page: the wards by service, and what may be said of each one's box.

import { missingContacts } from '../../protocol/contacts.ts'
import type { Overview, WardView } from '../../protocol/office.ts'
import { listWords, say, officeWords as words } from '../../wording/office.ts'
import { BoxLines } from './box.tsx'
import { Demonstrate } from './demonstrate.tsx'
import { Link } from './link.tsx'
import { Page, type Whose } from './page.tsx'
import { ReleaseLink } from './releases.tsx'
import { paths } from './route.ts'

export function Wards({ overview, whose }: { overview: Overview; whose: Whose }) {
  const empty = overview.services.every(service => service.wards.length === 0)
  return (
    <Page title={words.overview.title} {...whose}>
      <p class="office-lead">{empty ? words.overview.none : words.overview.lead}</p>
      {overview.services.map(service => (
        <section key={service.id} aria-labelledby={`service-${service.id}`}>
          <h2 id={`service-${service.id}`}>{service.name}</h2>
          <p>
            <Link to={paths.words(service.id)}>{say(words.wordings.link, { service: service.name })}</Link>
          </p>
          {service.wards.map(ward => (
            <Ward key={ward.id} ward={ward} demonstration={overview.demonstration} />
          ))}
        </section>
      ))}
      <p>
        <Link to={paths.newWard} class="office-button">
          {words.overview.add}
        </Link>
      </p>
    </Page>
  )
}

function Ward({ ward, demonstration }: { ward: WardView; demonstration: boolean }) {
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
      {latest ? (
        <p>
          {words.overview.latest}: <ReleaseLink release={latest} />
        </p>
      ) : (
        <p>{words.overview.noRelease}</p>
      )}
      {missingContacts(ward.contacts).length > 0 && <p class="office-lacks">{words.overview.lacks}</p>}
      <p>
        <Link to={paths.ward(ward.id)}>{say(words.overview.open, { ward: ward.name })}</Link>
      </p>
      {demonstration && <Demonstrate ward={ward} />}
    </article>
  )
}
