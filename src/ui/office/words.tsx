// In whose words a service's tablets speak: every wording, how far it has been checked, and on what ground it is on.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome, Packs, Refusal } from '../../office/office.ts'
import type { ServiceView } from '../../protocol/office.ts'
import type { Ground, WordingsReply } from '../../protocol/wordings.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import { type Known, languages, wordings } from '../../wording/provenance.ts'
import { useDesk } from './desk.ts'
import { GroundForm } from './ground.tsx'
import { LanguageName } from './language.tsx'
import { Link } from './link.tsx'
import { Done, Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'
import { nameOf, switchId, WordingCells } from './wording.tsx'

export function WordsPage({ service, whose }: { service: ServiceView; whose: Whose }) {
  const { office, heed, refresh } = useDesk()
  const [listed, list] = useState<Outcome<WordingsReply>>()
  const [packs, setPacks] = useState<Packs>()
  const [asking, ask] = useState<Known>()
  const [refusal, refuse] = useState<Refusal>()
  const [done, setDone] = useState<string>()

  const look = async () => list(await heed(office.look.wordings(service.id)))
  useEffect(() => {
    void look()
    // A server in development has no packs; then nothing is said about their size.
    void office.look.packs().then(outcome => outcome.done && setPacks(outcome.value))
  }, [service.id])

  const close = (known: Known) => {
    ask(undefined)
    document.getElementById(switchId(known))?.focus()
  }

  const set = async (known: Known, ground: Ground | null) => {
    setDone(undefined)
    const outcome = await heed(office.wordings.set(service.id, known.wording.id, ground))
    refuse(outcome.done ? undefined : outcome.refusal)
    if (!outcome.done) return
    close(known)
    setDone(say(ground ? words.wordings.nowOn : words.wordings.nowOff, { wording: nameOf(known) }))
    await look()
    await refresh()
  }

  const on = listed?.done ? new Map(listed.value.wordings.map(one => [one.id, one])) : undefined
  const { caption, language, wording, checked, tablets } = words.wordings
  return (
    <Page title={say(words.wordings.page, { service: service.name })} {...whose}>
      <p class="office-lead">{words.wordings.lead}</p>
      <p>{words.wordings.licence}</p>
      {listed && !listed.done && <Refused refusal={listed.refusal} />}
      {on && (
        <table class="office-words">
          <caption class="office-unseen">{caption}</caption>
          <thead>
            <tr>
              {[language, wording, checked, tablets].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {languages.map(one => {
            const rows = wordings.filter(known => known.language === one)
            const asked = rows.find(known => known === asking)
            return (
              <tbody key={one.language}>
                {rows.flatMap((known, n) => [
                  <tr key={known.wording.id}>
                    {n === 0 && (
                      <th scope="rowgroup" rowSpan={rows.length + (asked ? 1 : 0)}>
                        <LanguageName language={one} packs={packs} />
                      </th>
                    )}
                    <WordingCells
                      known={known}
                      view={on.get(known.wording.id)}
                      switchOn={() => ask(known)}
                      switchOff={() => set(known, null)}
                    />
                  </tr>,
                  known === asking && (
                    <tr key="ground">
                      <td colSpan={3}>
                        <GroundForm
                          known={known}
                          yes={ground => set(known, ground)}
                          no={() => close(known)}
                        />
                      </td>
                    </tr>
                  ),
                ])}
              </tbody>
            )
          })}
        </table>
      )}
      <div class="office-said">
        <Refused refusal={refusal} />
        <Done>{done}</Done>
      </div>
      <p class="office-row">
        {listed && !listed.done && (
          <button type="button" class="office-button" onClick={look}>
            {words.tryAgain}
          </button>
        )}
        <Link to={paths.wards}>{words.wordings.back}</Link>
      </p>
    </Page>
  )
}
