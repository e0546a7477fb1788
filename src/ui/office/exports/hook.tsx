// One address that is told of releases: whose it is, and what came of each telling.

import type { ServiceView } from '../../../protocol/office.ts'
import type { DeliveryView, WebhookView } from '../../../protocol/outlets.ts'
import { dayWords, exportWords, say } from '../../../wording/office.ts'
import { byWords, servicesWords } from '../accounts/words.ts'

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
      <h2 id={id}>{url}</h2>
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
  return (
    <table class="office-people">
      <caption class="office-unseen">{url}</caption>
      <thead>
        <tr>
          {[words.release, words.state, words.tries].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deliveries.map(one => (
          <tr key={one.release}>
            <th scope="row">{dayWords(one.due)}</th>
            <td>{cameWords(one)}</td>
            <td>{one.tries}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const answers: Readonly<Record<string, string>> = words.answers

function cameWords({ state, tries, answer }: DeliveryView): string {
  const said = words.states[state === 'waiting' && tries > 0 ? 'tried' : state]
  if (answer === null) return said
  return `${said}: ${answers[answer] ?? say(words.answer, { answer })}`
}
