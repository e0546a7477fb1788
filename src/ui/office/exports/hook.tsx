// One address that is told of releases: whose it is, and what came of each telling.

import type { ServiceView } from '../../../protocol/office.ts'
import type { DeliveryView, WebhookView } from '../../../protocol/outlets.ts'
import { dayWords, exportWords, say } from '../../../wording/office.ts'
import { byWords, servicesWords } from '../accounts/words.ts'
import { Table } from './table.tsx'

const words = exportWords.webhooks

interface HookProps {
  readonly hook: WebhookView
  readonly services: readonly ServiceView[]
  turn(): void
  end(): void
}

export function Hook({ hook, services, turn, end }: HookProps) {
  const { id, url, madeOn, by, endedOn, deliveries } = hook
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{url}</h3>
      <p class="office-quiet">
        {say(words.made, {
          day: dayWords(madeOn),
          by: byWords(by),
          services: servicesWords(hook.services, services),
        })}{' '}
        {endedOn !== null && `${say(words.ended, { day: dayWords(endedOn) })}.`}
      </p>
      {endedOn === null && (
        <p class="office-row">
          <button
            type="button"
            id={`turn-${id}`}
            class="office-plain"
            aria-label={say(words.turnOf, { url })}
            onClick={turn}
          >
            {words.turn}
          </button>
          <button
            type="button"
            id={`end-${id}`}
            class="office-plain"
            aria-label={say(words.endOf, { url })}
            onClick={end}
          >
            {words.end}
          </button>
        </p>
      )}
      {deliveries.length === 0 ? <p>{words.untold}</p> : <Told deliveries={deliveries} url={url} />}
    </section>
  )
}

function Told({ deliveries, url }: { deliveries: readonly DeliveryView[]; url: string }) {
  const rows = deliveries.map(one => ({
    id: one.release,
    cells: [dayWords(one.due), cameWords(one), one.tries],
  }))
  return <Table caption={url} heads={[words.release, words.state, words.tries]} rows={rows} />
}

const answers: Readonly<Record<string, string>> = words.answers

function cameWords({ state, tries, answer }: DeliveryView): string {
  const said = words.states[state === 'waiting' && tries > 0 ? 'tried' : state]
  if (answer === null) return said
  return `${said}: ${answers[answer] ?? say(words.answer, { answer })}`
}
