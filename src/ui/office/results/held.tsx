// A release that an advocate is looking at first, to everybody else who comes to its address: nothing to try again.

import { resultsWords, officeWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'

const said = resultsWords.held

export function HeldPage({ whose }: { whose: Whose }) {
  return (
    <Page title={said.title} {...whose}>
      <p>{said.text}</p>
      <p>
        <Link to={paths.wards}>{words.release.back}</Link>
      </p>
    </Page>
  )
}
