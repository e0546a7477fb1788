// Addresses that are told of releases: those there are with what came of it, another secret for one, and an end of it.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import type { WebhookView } from '../../../protocol/outlets.ts'
import { exportWords, say } from '../../../wording/office.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Link } from '../link.tsx'
import { Done, Refused } from '../notice.tsx'
import { Page, type Whose } from '../page.tsx'
import { Hook } from './hook.tsx'
import { List, useListed } from './listed.tsx'
import { NewWebhook } from './newwebhook.tsx'
import { Once } from './once.tsx'
import { exportPaths } from './paths.ts'

const words = exportWords.webhooks

interface Asked {
  readonly hook: WebhookView
  readonly to: 'turn' | 'end'
}

export function WebhooksPage({ services, whose }: { services: readonly ServiceView[]; whose: Whose }) {
  const { office } = useDesk()
  const { webhooks } = office.outlets
  const listed = useListed(() => webhooks.all())
  const { asking, refusal, said, ask, act, tell, leave } = useAsking<Asked>()
  const [secret, show] = useState<string>()

  const end = async ({ id, url }: WebhookView) => {
    if (!(await act(() => webhooks.end(id)))) return
    tell(say(words.done, { url }))
    await listed.again()
  }
  const turn = async ({ id }: WebhookView) => {
    const done = await act(() => webhooks.turn(id))
    if (done) show(done.value.secret)
  }
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <h2>{words.list}</h2>
      <Refused refusal={refusal} />
      <Done>{said}</Done>
      {asking && (
        <Confirm
          key={`${asking.to} ${asking.hook.id}`}
          question={say(asking.to === 'end' ? words.ask : words.askTurn, { url: asking.hook.url })}
          means={asking.to === 'end' ? words.means : words.meansTurn}
          yes={asking.to === 'end' ? words.yes : words.yesTurn}
          no={words.no}
          act={() => void (asking.to === 'end' ? end(asking.hook) : turn(asking.hook))}
          leave={() => leave(`${asking.to}-${asking.hook.id}`)}
        />
      )}
      {secret !== undefined && (
        <Once
          title={words.shownTitle}
          text={words.shownText}
          label={words.shown}
          value={secret}
          leave={words.another}
          done={() => show(undefined)}
        />
      )}
      <List of={listed}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            webhooks.map(hook => (
              <Hook
                key={hook.id}
                hook={hook}
                services={services}
                turn={() => ask({ hook, to: 'turn' })}
                end={() => ask({ hook, to: 'end' })}
              />
            ))
          )
        }
      </List>
      <NewWebhook
        services={services}
        made={made => {
          show(made)
          void listed.again()
        }}
      />
      <p>
        <Link to={exportPaths.exports}>{exportWords.back}</Link>
      </p>
    </Page>
  )
}
