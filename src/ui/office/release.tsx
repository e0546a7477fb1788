// One release, set as a report: what it is and is not, then every statement in the booklet's order.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../office/office.ts'
import type { ReleaseReply } from '../../protocol/office.ts'
import { dayWords, say, officeWords as words } from '../../wording/office.ts'
import { BeingDone } from './actions/being.tsx'
import { DoLink } from './actions/quote.tsx'
import { useDesk } from './desk.ts'
import { LetGo } from './letgo.tsx'
import { Link } from './link.tsx'
import { Done, Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { Report } from './report.tsx'
import { HeldPage } from './results/held.tsx'
import { paths } from './route.ts'

export function ReleasePage({ id, whose }: { id: string; whose: Whose }) {
  const { office, heed, refresh } = useDesk()
  const [went, go] = useState(false)
  const [looked, look] = useState<Outcome<ReleaseReply>>()
  const [tries, again] = useState(0)

  useEffect(() => {
    let here = true
    void heed(office.look.release(id)).then(outcome => here && look(outcome))
    return () => {
      here = false
    }
  }, [office, heed, id, tries])

  const letGo = async () => {
    go(true)
    again(tries + 1)
    await refresh()
  }

  if (looked === undefined) return <Page title={words.wait} {...whose} children={null} />
  // Only an advocate may look at it yet: to try again would change nothing.
  if (!looked.done && looked.refusal === '403.3') return <HeldPage whose={whose} />
  if (!looked.done)
    return (
      <Page title={words.releases.title} {...whose}>
        <Refused refusal={looked.refusal} />
        <p class="office-row">
          {looked.refusal !== '404.1' && (
            <button type="button" class="office-button" onClick={() => again(tries + 1)}>
              {words.tryAgain}
            </button>
          )}
          <Link to={paths.wards}>{words.release.back}</Link>
        </p>
      </Page>
    )
  const { value } = looked
  const begins = whose.role !== 'reader' && !value.held
  return (
    <Page title={say(words.release.title, { day: dayWords(value.release.due) })} {...whose}>
      {value.held && <LetGo id={id} due={value.release.due} held={value.held} done={letGo} />}
      {(value.held || went) && <Done>{went ? words.held.done : undefined}</Done>}
      <Report
        id={id}
        reply={value}
        {...(begins && { act: row => <DoLink release={id} source={row} said={row.text} /> })}
      >
        <BeingDone release={id} role={whose.role} held={value.held !== undefined} />
      </Report>
    </Page>
  )
}
