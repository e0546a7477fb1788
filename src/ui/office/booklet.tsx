// The Evaluation on paper, for who won't use a tablet: chosen and looked at here, then printed.

import { useEffect, useState } from 'preact/hooks'
import { missingContacts } from '../../protocol/contacts.ts'
import type { ServiceView, WardView } from '../../protocol/office.ts'
import { officeWords, say } from '../../wording/office.ts'
import { ownWords, type Printed, printable, printed } from '../../wording/printed.ts'
import { dress } from '../components/dress.ts'
import faces from '../faces.css?url'
import { Select } from './choice.tsx'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'
import { pagesOf, Sheets } from './sheets.tsx'
import { nameOf } from './wording.tsx'

const words = officeWords.booklet

interface BookletProps {
  readonly ward: WardView
  readonly service: ServiceView
  readonly whose: Whose
}

export function BookletPage({ ward, service, whose }: BookletProps) {
  const needs = ward.about.returnTo === '' || missingContacts(ward.contacts).length > 0
  return (
    <Page title={say(words.page, { ward: ward.name })} {...whose}>
      <p class="office-lead office-noprint">{words.lead}</p>
      {needs ? <Needs ward={ward} whose={whose} /> : <Booklet ward={ward} service={service} whose={whose} />}
      <p class="office-noprint">
        <Link to={paths.ward(ward.id)}>{say(words.back, { ward: ward.name })}</Link>
      </p>
    </Page>
  )
}

/** No booklet without a way back that avoids staff, nor without whom to call. */
function Needs({ ward, whose }: Omit<BookletProps, 'service'>) {
  const address = ward.about.returnTo === ''
  return (
    <div class="office-lacks">
      <p>{address ? words.needs : words.lacks}</p>
      {whose.role === 'advocate' ? (
        <p>{words.needsAdvocate}</p>
      ) : (
        <p>
          <Link to={address ? paths.about(ward.id) : paths.contacts(ward.id)} class="office-button">
            {address ? words.needsLeader : officeWords.contacts.fill}
          </Link>
        </p>
      )}
    </div>
  )
}

function Booklet({ ward, service, whose }: BookletProps) {
  const [shown, show] = useState<Printed>(ownWords)
  const [chosen, choose] = useState(ownWords.known.wording.id)
  const [failed, fail] = useState(false)
  useEffect(() => {
    let here = true
    fail(false)
    // Scripts of other languages want faces of their own.
    if (chosen.split('/')[0] !== 'en') void dress(faces)
    printed(chosen).then(
      one => here && show(one),
      () => here && fail(true),
    )
    return () => {
      here = false
    }
  }, [chosen])

  const ready = shown.known.wording.id === chosen
  return (
    <>
      <div class="office-form office-noprint">
        <Select
          id="words"
          label={words.words}
          hint={words.wordsHint}
          value={chosen}
          options={printable(service.wordings).map(known => [known.wording.id, nameOf(known)] as const)}
          choose={choose}
        />
        {failed && <Refused refusal="no-signal" />}
        {!ready && !failed && <p role="status">{words.loading}</p>}
        <p>{say(words.paperHint, { n: pagesOf(shown).of })}</p>
        <p>
          <button
            type="button"
            class="office-button office-main"
            onClick={() => window.print()}
            disabled={!ready}
          >
            {words.print}
          </button>
        </p>
      </div>
      {ready && <Sheets ward={ward} printed={shown} demonstration={whose.demonstration} />}
    </>
  )
}
