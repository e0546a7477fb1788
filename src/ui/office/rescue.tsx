// A leader brings in a rescue file: it is checked in this page, goes in part by part, may be stopped between two of them, and
// what came of it is said kind by kind.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Brought, Refusal } from '../../office/office.ts'
import { estateWords, officeWords, say, sayCount } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'

const words = officeWords.rescue
const going = estateWords.rescue

type Coming =
  | { readonly is: 'waiting' }
  | { readonly is: 'busy'; readonly sent: number; readonly of: number }
  | { readonly is: 'unreadable' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'come'; readonly what: Brought }

export function RescuePage({ whose }: { whose: Whose }) {
  const { office, heed } = useDesk()
  const [coming, come] = useState<Coming>({ is: 'waiting' })
  const under = useRef<AbortController | null>(null)
  // Whoever leaves the page has stopped it.
  useEffect(() => () => under.current?.abort(), [])

  const bring = async (file: File | undefined) => {
    if (!file || under.current) return
    const stop = new AbortController()
    under.current = stop
    come({ is: 'busy', sent: 0, of: 0 })
    const text = await file.text().catch(() => undefined)
    const tell = (sent: number, of: number) => come({ is: 'busy', sent, of })
    const outcome =
      text === undefined ? undefined : await heed(office.tablets.bringIn(text, { stop: stop.signal, tell }))
    under.current = null
    if (outcome === undefined) return come({ is: 'unreadable' })
    come(outcome.done ? { is: 'come', what: outcome.value } : { is: 'refused', refusal: outcome.refusal })
  }

  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <div class="office-field">
        <label for="rescue">{coming.is === 'waiting' ? words.file : words.another}</label>
        <p class="office-quiet" id="rescue-hint">
          {words.fileHint}
        </p>
        <input
          id="rescue"
          type="file"
          accept="application/json,.json"
          aria-describedby="rescue-hint"
          onChange={event => {
            void bring(event.currentTarget.files?.[0])
            // The same file may be chosen again after a refusal.
            event.currentTarget.value = ''
          }}
        />
      </div>
      {coming.is === 'refused' && <Refused refusal={coming.refusal} />}
      <div role="status">
        {coming.is === 'busy' && <p>{words.busy}</p>}
        {coming.is === 'unreadable' && <p class="office-notice">{words.unreadableFile}</p>}
        {coming.is === 'come' && <What of={coming.what} />}
      </div>
      {coming.is === 'busy' && coming.of > 0 && (
        <section class="office-confirm">
          <p>{say(going.going, { n: coming.sent, of: coming.of })}</p>
          <progress aria-label={going.bar} max={coming.of} value={coming.sent} />
          <p>
            <button type="button" class="office-button" onClick={() => under.current?.abort()}>
              {going.stop}
            </button>
          </p>
        </section>
      )}
      <p>
        <Link to={paths.wards}>{officeWords.missing.back}</Link>
      </p>
    </Page>
  )
}

function What({ of }: { of: Brought }) {
  if (of.is !== 'brought') return <p class="office-notice">{words[of.is]}</p>
  const lines = linesOf(of)
  return (
    <section class="office-confirm" aria-labelledby="came">
      <h2 id="came">{words.done}</h2>
      <ul class="office-steps">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {of.left > 0 && (
        <>
          <Refused refusal={of.refusal} />
          <p>{sayCount(going.left, of.left)}</p>
          <p>{of.refusal === undefined ? going.stopped : going.broken}</p>
        </>
      )}
      <p>{of.complete ? words.whole : words.incomplete}</p>
      <p>{words.keep}</p>
    </section>
  )
}

const reasons: Readonly<Record<string, string>> = words.why

/** One line a kind: came in, here already, not taken and can't be read, each with its reason. */
function linesOf({ receipts, unreadable }: Extract<Brought, { is: 'brought' }>): string[] {
  const kinds = receipts.map(one => (one.state === 'refused' ? one.problem : one.state))
  const lines = [...tally(kinds)].map(([kind, n]) =>
    kind === 'stored' || kind === 'duplicate'
      ? sayCount(words[kind], n)
      : sayCount(words.refused, n, { why: reasons[kind] ?? words.why.other }),
  )
  const damaged = [...tally(unreadable)].map(([kind, n]) =>
    sayCount(words.unreadable, n, { why: reasons[kind] ?? words.why.other }),
  )
  const all = [...lines, ...damaged]
  return all.length === 0 ? [words.empty] : all
}

function tally(kinds: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const kind of kinds) found.set(kind, (found.get(kind) ?? 0) + 1)
  return found
}
