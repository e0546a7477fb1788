// A page that is not there, or is not theirs to see.

import { officeWords as words } from '../../wording/office.ts'
import { Link } from './link.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'

export function Missing({ whose }: { whose: Whose }) {
  return (
    <Page title={words.missing.title} {...whose}>
      <p>{words.missing.text}</p>
      <p>
        <Link to={paths.wards}>{words.missing.back}</Link>
      </p>
    </Page>
  )
}
