// What releases say together and over time, of a ward, a service or the organisation. A report that begins as a release does.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import type { ResultsOf, ResultsReply } from '../../../protocol/results.ts'
import type { History } from '../../../results/history.ts'
import { dayWords, listWords, resultsWords, say, officeWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { WhoseWords } from '../report.tsx'
import { OverTime } from './overtime.tsx'
import { resultsPaths } from './paths.ts'
import { Places } from './places.tsx'
import { Sums } from './sums.tsx'

interface ResultsProps {
  readonly of: ResultsOf
  /** The organisation needs none. */
  readonly id: string
  readonly whose: Whose
}

export function ResultsPage({ of, id, whose }: ResultsProps) {
  const { office, heed } = useDesk()
  const [looked, look] = useState<Outcome<ResultsReply>>()
  const [tries, again] = useState(0)

  useEffect(() => {
    let here = true
    void heed(office.results.of(of, id)).then(outcome => here && look(outcome))
    return () => {
      here = false
    }
  }, [office, heed, of, id, tries])

  if (looked === undefined) return <Page title={words.wait} {...whose} children={null} />
  if (!looked.done)
    return (
      <Page title={resultsWords.nav} {...whose}>
        <Refused refusal={looked.refusal} />
        <p class="office-row">
          {looked.refusal !== '404.1' && (
            <button type="button" class="office-button" onClick={() => again(tries + 1)}>
              {words.tryAgain}
            </button>
          )}
          {of !== 'organisation' && (
            <Link to={resultsPaths.all}>{say(resultsWords.whole, { organisation: whose.organisation })}</Link>
          )}
        </p>
      </Page>
    )
  const { value } = looked
  return (
    <Page title={say(resultsWords.title[of], { name: value.name })} {...whose}>
      <Body reply={value} id={id} whose={whose} />
    </Page>
  )
}

function Body({ reply, id, whose }: { reply: ResultsReply; id: string; whose: Whose }) {
  const { of, services, together, releases, histories } = reply
  const [version, choose] = useState(0)
  const history = histories[version]
  return (
    <>
      <p class="office-lead">{resultsWords.lead[of]}</p>
      {history && <p class="office-first">{words.release.first}</p>}
      {of !== 'organisation' && (
        <p class="office-noprint">
          <Link to={resultsPaths.all}>{say(resultsWords.whole, { organisation: whose.organisation })}</Link>
        </p>
      )}
      {together.length > 0 && <p>{say(resultsWords.together, { wards: listWords(together) })}</p>}
      <Places services={services} here={id} />
      {histories.length > 1 && <Versions histories={histories} version={version} choose={choose} />}
      {history ? (
        <>
          <OverTime key={`over ${version}`} shown={{ of, id }} history={history} releases={releases} />
          <Sums key={`sums ${version}`} sums={history.sums} />
          <WhoseWords />
        </>
      ) : (
        <p>{resultsWords.none}</p>
      )}
    </>
  )
}

interface VersionsProps {
  readonly histories: readonly History[]
  readonly version: number
  choose(version: number): void
}

function Versions({ histories, version, choose }: VersionsProps) {
  return (
    <div class="office-choose">
      <p>{resultsWords.versionNote}</p>
      <p>
        <label for="version">{resultsWords.version}</label>
        <select id="version" value={version} onChange={event => choose(Number(event.currentTarget.value))}>
          {histories.map(({ instrument, days }, n) => (
            <option key={instrument.version} value={n}>
              {say(resultsWords.versionName, {
                version: instrument.version,
                from: dayWords(days[0]?.day ?? ''),
                until: dayWords(days.at(-1)?.day ?? ''),
              })}
            </option>
          ))}
        </select>
      </p>
    </div>
  )
}
