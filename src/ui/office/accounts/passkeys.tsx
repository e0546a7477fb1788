// Somebody's passkeys: each can be removed but the only way in, and another made on the device at hand.

import { useState } from 'preact/hooks'
import { hasPasskeys } from '../../../office/passkey.ts'
import type { PasskeysReply, PasskeyView } from '../../../protocol/accounts.ts'
import { accountWords, say } from '../../../wording/office.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Done, Refused } from '../notice.tsx'
import { useTrying } from '../trying.ts'

const words = accountWords.account

interface PasskeysProps {
  readonly ways: PasskeysReply
  look(): Promise<void>
}

export function Passkeys({ ways, look }: PasskeysProps) {
  const { oneself } = useDesk().office.accounts
  const { asking, refusal, said, ask, act, tell, leave } = useAsking<PasskeyView>()
  const { passkeys } = ways
  const others = ways.password || ways.elsewhere

  const remove = async ({ id }: PasskeyView) => {
    if (!(await act(() => oneself.endPasskey(id)))) return
    tell(words.removed)
    await look()
  }
  const made = async () => {
    tell(words.added)
    await look()
  }
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{words.passkeys}</h2>
      <p>{words.passkeysLead}</p>
      {passkeys.length === 0 && (
        <p class={others ? undefined : 'office-lacks'}>{others ? words.none : words.noWay}</p>
      )}
      <ul class="office-keys">
        {passkeys.map(passkey => (
          <li key={passkey.id}>
            {passkey.name}
            {passkeys.length > 1 || others ? (
              <button
                type="button"
                id={`key-${passkey.id}`}
                class="office-plain"
                aria-label={say(words.removeOf, { name: passkey.name })}
                onClick={() => ask(passkey)}
              >
                {words.remove}
              </button>
            ) : (
              <span class="office-cost">{words.only}</span>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <Confirm
          key={asking.id}
          question={say(words.ask, { name: asking.name })}
          means={words.askMeans}
          yes={words.yes}
          no={words.no}
          act={() => remove(asking)}
          leave={() => leave(`key-${asking.id}`)}
        />
      )}
      <Refused refusal={refusal} />
      <Done>{said}</Done>
      {hasPasskeys() ? <Add made={made} /> : <p>{accountWords.invited.passkeyNever}</p>}
    </section>
  )
}

function Add({ made }: { made: () => Promise<void> }) {
  const { office, heed } = useDesk()
  const [name, setName] = useState('')
  const [gap, setGap] = useState(false)
  const { busy, refusal, attempt } = useTrying()
  const add = async (event: Event) => {
    event.preventDefault()
    const empty = name.trim() === ''
    setGap(empty)
    if (empty) return document.getElementById('passkey-name')?.focus()
    if (!(await attempt(() => heed(office.accounts.oneself.addPasskey(name.trim()))))) return
    setName('')
    await made()
  }
  return (
    <form class="office-form" onSubmit={add} noValidate>
      <Field
        id="passkey-name"
        label={words.addName}
        hint={words.addHint}
        value={name}
        most={80}
        trouble={gap ? words.addWrong : undefined}
        change={setName}
      />
      <Refused refusal={refusal} />
      <p>
        <button type="submit" class="office-button" aria-disabled={busy}>
          {words.add}
        </button>
      </p>
    </form>
  )
}
