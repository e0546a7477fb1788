// One ward: its box, releases, tablets, contacts for Help, and a code for a new tablet.

import type { ComponentChildren } from 'preact'
import { keeps } from '../../protocol/accounts.ts'
import { type ContactKind, contactKinds, missingContacts } from '../../protocol/contacts.ts'
import type { ServiceView, WardView } from '../../protocol/office.ts'
import { listWords, resultsWords, say, officeWords as words } from '../../wording/office.ts'
import { AboutLines } from './about.tsx'
import { Box } from './box.tsx'
import { Closed } from './closed/closed.tsx'
import { Code } from './code.tsx'
import { Counting } from './counting.tsx'
import { Demonstrate } from './demonstrate.tsx'
import { Still } from './estate/still.tsx'
import { Held } from './held.tsx'
import { Link } from './link.tsx'
import { OnPaper } from './onpaper.tsx'
import { OpeningLines } from './opening.tsx'
import { Page, type Whose } from './page.tsx'
import { Releases } from './releases.tsx'
import { resultsPaths } from './results/paths.ts'
import { paths } from './route.ts'
import { Tablets } from './tablets.tsx'

interface WardProps {
  readonly ward: WardView
  readonly service: ServiceView
  readonly whose: Whose
}

export function WardPage({ ward, service, whose }: WardProps) {
  const missing = missingContacts(ward.contacts)
  return (
    <Page title={ward.name} {...whose}>
      <p class="office-lead">
        {service.name}.{' '}
        {ward.countedWith.length > 0 && say(words.overview.counted, { wards: listWords(ward.countedWith) })}
      </p>
      <Part id="box" title={words.box.title}>
        <Box box={ward.box} />
        <Counting ward={ward} />
        <Closed ward={ward} role={whose.role} />
        {whose.demonstration && keeps(whose.role) && <Demonstrate ward={ward} />}
      </Part>
      <Part id="releases" title={words.releases.title}>
        <Held ward={ward} role={whose.role} />
        <Releases releases={ward.releases} />
        {ward.releases.length > 0 && (
          <p>
            <Link to={resultsPaths.ward(ward.id)}>{resultsWords.ward}</Link>
          </p>
        )}
      </Part>
      <Part id="paper" title={words.paper.part}>
        <OnPaper ward={ward} role={whose.role} />
      </Part>
      {keeps(whose.role) && (
        <>
          <Part id="contacts" title={words.contacts.title}>
            <ContactLines ward={ward} missing={missing} />
          </Part>
          <Part id="about" title={words.about.title}>
            <AboutLines ward={ward} />
          </Part>
          <Part id="opening" title={words.opening.title}>
            <OpeningLines ward={ward} service={service} />
          </Part>
          <Part id="tablets" title={words.tablets.title}>
            <Tablets tablets={ward.tablets} />
            <Still tablets={ward.tablets} />
          </Part>
          <Part id="code" title={words.code.title}>
            <Code ward={ward} blocked={missing.length > 0} />
          </Part>
        </>
      )}
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="office-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="office-body">{children}</div>
    </section>
  )
}

function ContactLines({ ward, missing }: { ward: WardView; missing: readonly ContactKind[] }) {
  const kinds = words.contacts.kinds
  return (
    <>
      {missing.length > 0 && (
        <p class="office-lacks">
          {say(words.contacts.missing, { kinds: listWords(missing.map(kind => kinds[kind])) })}
        </p>
      )}
      <dl class="office-pairs">
        {contactKinds.map(kind => (
          <div key={kind}>
            <dt>{kinds[kind]}</dt>
            <dd>
              {missing.includes(kind)
                ? words.contacts.lacks
                : `${ward.contacts[kind].name}, ${ward.contacts[kind].phone}`}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={paths.contacts(ward.id)} class="office-button">
          {missing.length > 0 ? words.contacts.fill : words.contacts.edit}
        </Link>
      </p>
    </>
  )
}
