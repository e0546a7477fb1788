// The record of changes, day by day: what was changed and whose doing it was. A page at a time, the newest first.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { AuditView } from '../../../protocol/accounts.ts'
import type { Overview } from '../../../protocol/office.ts'
import { accountWords, dayWords, officeWords, say } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { useTrying } from '../trying.ts'
import { detailWords, namesOf } from './detail.ts'
import { byWords } from './words.ts'

const words = accountWords.record
const known: Readonly<Record<string, string>> = words.what

export function RecordPage({ overview, whose }: { overview: Overview; whose: Whose }) {
  const { office, heed } = useDesk()
  const [entries, setEntries] = useState<readonly AuditView[]>()
  const [before, setBefore] = useState<string | null>(null)
  const { busy, refusal, attempt } = useTrying()
  const status = useRef<HTMLParagraphElement>(null)

  const read = async () => {
    const page = await attempt(() => heed(office.accounts.record(before)))
    if (!page) return false
    setEntries(old => [...(old ?? []), ...page.value.entries])
    setBefore(page.value.before)
    return true
  }
  const older = async () => {
    // What has come stands below: whoever reads with a keyboard goes on from there.
    if (await read()) status.current?.focus()
  }
  useEffect(() => void read(), [])

  const names = namesOf(overview)
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <p class="office-quiet">{words.order}</p>
      {entries && entries.length === 0 && <p>{words.none}</p>}
      {byDay(entries ?? []).map(({ day, entries }) => (
        <section key={day} class="office-record-day" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{dayWords(day)}</h2>
          <ul class="office-record-list">
            {entries.map((entry, n) => (
              <li key={n}>
                <strong>{known[entry.what] ?? capital(entry.what)}</strong> {detailWords(entry, names)}
                <By entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Refused refusal={refusal} />
      <p ref={status} tabIndex={-1} role="status" class="office-told office-quiet">
        {entries && entries.length > 0 && before === null ? words.end : ''}
      </p>
      {entries && before !== null && (
        <p>
          <button type="button" class="office-button" aria-disabled={busy} onClick={older}>
            {words.older}
          </button>
        </p>
      )}
      {!entries && refusal && (
        <p>
          <button type="button" class="office-button" onClick={read}>
            {officeWords.tryAgain}
          </button>
        </p>
      )}
    </Page>
  )
}

/** Whose doing it was. What is said of all that nobody is named for stands over the whole record, once. */
function By({ entry: { what, by } }: { entry: AuditView }) {
  if (what === 'sign-in failed') return <span class="office-cost">{words.nobody}</span>
  return by === '' ? null : <span class="office-cost">{say(words.by, { by: byWords(by) })}</span>
}

/** Entries under their days, as they came. */
function byDay(entries: readonly AuditView[]) {
  const days = new Map<string, AuditView[]>()
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry])
  return [...days].map(([day, entries]) => ({ day, entries }))
}

const capital = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1)
