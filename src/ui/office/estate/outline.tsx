// The estate as an outline: organisation, services, wards, tablets, each with the way to what is settled about it.

import { missingContacts } from '../../../protocol/contacts.ts'
import type { Overview, ServiceView, TabletView, WardView } from '../../../protocol/office.ts'
import { dayWords, listWords, officeWords, say, estateWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'
import { estatePaths } from './places.ts'

export function OutlinePage({ overview, whose }: { overview: Overview; whose: Whose }) {
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <section aria-labelledby="organisation">
        <h2 id="organisation">{overview.organisation}</h2>
        {overview.role === 'administrator' && (
          <p>
            <Link to={estatePaths.organisation}>{words.organisationName}</Link>
          </p>
        )}
        {overview.services.length === 0 && <p>{words.none}</p>}
      </section>
      {overview.services.map(service => (
        <Service key={service.id} service={service} />
      ))}
      <p class="office-row">
        <Link to={paths.newWard} class="office-button">
          {officeWords.overview.add}
        </Link>
      </p>
    </Page>
  )
}

function Service({ service }: { service: ServiceView }) {
  const { id, name, threshold, wards } = service
  const until = [...Map.groupBy(wards, ward => ward.group).values()].filter(
    ([one]) => one !== undefined && one.box.threshold !== threshold,
  )
  return (
    <section class="estate-service" aria-labelledby={`service-${id}`}>
      <h2 id={`service-${id}`}>{name}</h2>
      <p>{say(words.threshold, { n: threshold })}</p>
      {until.map(group => (
        <p key={group[0]?.group}>
          {say(words.until, {
            day: dayWords(group[0]?.box.nextCount ?? ''),
            wards: listWords(group.map(ward => ward.name)),
            n: group[0]?.box.threshold ?? threshold,
          })}
        </p>
      ))}
      <ul class="estate-ways">
        <Way
          to={estatePaths.service(id)}
          short={words.service}
          whole={say(words.serviceOf, { service: name })}
        />
        <Way
          to={estatePaths.together(id)}
          short={words.together}
          whole={say(words.togetherOf, { service: name })}
        />
        <Way to={paths.words(id)} short={words.words} whole={say(words.wordsOf, { service: name })} />
      </ul>
      {wards.map(ward => (
        <Ward key={ward.id} ward={ward} />
      ))}
    </section>
  )
}

function Ward({ ward }: { ward: WardView }) {
  const { id, name, countedWith, box, tablets } = ward
  const of = (whole: string) => say(whole, { ward: name })
  return (
    <section class="estate-ward" aria-labelledby={`ward-${id}`}>
      <h3 id={`ward-${id}`}>
        <Link to={paths.ward(id)}>{name}</Link>
      </h3>
      <p>
        {countedWith.length > 0 ? say(words.counted, { wards: listWords(countedWith) }) : words.alone}{' '}
        {say(words.next, { day: dayWords(box.nextCount) })}
      </p>
      {missingContacts(ward.contacts).length > 0 && <p class="office-lacks">{officeWords.overview.lacks}</p>}
      {tablets.length > 0 ? (
        <ul class="estate-tablets" aria-label={words.tablets}>
          {tablets.map(tablet => (
            <li key={tablet.id}>
              <Link to={paths.ward(id)}>{tabletWords(tablet)}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.noTablet}</p>
      )}
      <ul class="estate-ways" aria-label={of(words.settings)}>
        <Way to={estatePaths.name(id)} short={words.name} whole={of(words.nameOf)} />
        <Way to={paths.contacts(id)} short={words.contacts} whole={of(words.contactsOf)} />
        <Way to={paths.about(id)} short={words.about} whole={of(words.aboutOf)} />
        <Way to={estatePaths.day(id)} short={words.day} whole={of(words.dayOf)} />
        <Way to={estatePaths.code(id)} short={words.enrol} whole={of(words.enrolOf)} />
      </ul>
    </section>
  )
}

function tabletWords({ name: tablet, heardOn, ended }: TabletView): string {
  if (ended) return say(words.ended, { tablet })
  return heardOn ? say(words.tablet, { tablet, day: dayWords(heardOn) }) : say(words.tabletNever, { tablet })
}

/** A short link, whose whole name says of what it is to whoever hears it without its place. */
function Way({ to, short, whole }: { to: string; short: string; whole: string }) {
  return (
    <li>
      <Link to={to}>
        {short}
        <span class="office-unseen">{`: ${whole}`}</span>
      </Link>
    </li>
  )
}
