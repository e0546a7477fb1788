// A page of its own for the code of one tablet: what is to be printed and taken to the ward, and nothing else.

import { missingContacts } from '../../../protocol/contacts.ts'
import type { WardView } from '../../../protocol/office.ts'
import { estateWords, say } from '../../../wording/office.ts'
import { Code } from '../code.tsx'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'

const words = estateWords.code

export function CodePage({ ward, whose }: { ward: WardView; whose: Whose }) {
  return (
    <Page title={say(words.title, { ward: ward.name })} {...whose}>
      <Code ward={ward} blocked={missingContacts(ward.contacts).length > 0} />
      <p class="office-noprint">
        <Link to={paths.ward(ward.id)}>{say(words.back, { ward: ward.name })}</Link>
      </p>
    </Page>
  )
}
