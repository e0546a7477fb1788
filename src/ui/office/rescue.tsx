// A leader brings in a rescue file: it is checked in this page, and what came of it is said kind by kind.

import { useState } from 'preact/hooks'
import type { Brought, Refusal } from '../../office/office.ts'
import { officeWords, sayCount } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Link } from './link.tsx'
import { Refused } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { paths } from './route.ts'

const words = officeWords.rescue

type Coming =
  | { readonly is: 'waiting' }
  | { readonly is: 'busy' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'come'; readonly what: Brought }

export function RescuePage({ whose }: { whose: Whose }) {
  const { office, heed } = useDesk()
  const [coming, come] = useState<Coming>({ is: 'waiting' })

  const bring = async (file: File | undefined) => {
    if (!file || coming.is === 'busy') return
    come({ is: 'busy' })
    const text = await file.text().catch(() => undefined)
    if (text === undefined) return come({ is: 'unreadable' })
    const outcome = await heed(office.tablets.bringIn(text))
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
