// Somebody's passkeys: each can be removed but the only way in, and another made on the device at hand.

import { useRef, useState } from 'preact/hooks'
import { hasPasskeys } from '../../../office/passkey.ts'
import type { PasskeysReply, PasskeyView } from '../../../protocol/accounts.ts'
import { accountWords, say } from '../../../wording/office.ts'
import { useAsking } from '../asking.ts'
import { Confirm } from '../confirm.tsx'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Done, Refused } from '../notice.tsx'
import { useTrying } from '../trying.ts'
import { Anew, type Asking, asksAnew } from './anew.tsx'

const words = accountWords.account

interface PasskeysProps {
  readonly ways: PasskeysReply
  readonly anew: Asking
  look(): Promise<void>
}

export function Passkeys({ ways, look, anew }: PasskeysProps) {
  const { oneself } = useDesk().office.accounts
  const { asking, refusal, said, ask, act, tell, leave } = useAsking<PasskeyView>()
  const { passkeys } = ways
  const others = ways.password || ways.elsewhere
  const proves = ways.password || passkeys.length > 0
  const last = useRef('')

  const remove = async ({ id }: PasskeyView) => {
    last.current = `key-${id}`
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
      <Anew
        wanted="remove"
        {...{ refusal, anew, ways }}
        proved={() => tell(accountWords.anew.done)}
        leave={() => leave(last.current)}
      />
      {!asksAnew(refusal) && <Refused refusal={refusal} />}
      <Done>{said}</Done>
      {!hasPasskeys() && <p>{accountWords.invited.passkeyNever}</p>}
      {hasPasskeys() && !proves && ways.elsewhere && <p>{accountWords.anew.elsewhere}</p>}
      {hasPasskeys() && (proves || !ways.elsewhere) && <Add ways={ways} anew={anew} made={made} />}
    </section>
  )
}

function Add({ ways, anew, made }: Omit<PasskeysProps, 'look'> & { made: () => Promise<void> }) {
  const { office, heed } = useDesk()
  const [name, setName] = useState('')
  const [gap, setGap] = useState(false)
  const [ready, setReady] = useState<string>()
  const { busy, refusal, attempt } = useTrying()
  const add = async (event: Event) => {
    event.preventDefault()
    const empty = name.trim() === ''
    setReady(undefined)
    setGap(empty)
    if (empty) return document.getElementById('passkey-name')?.focus()
    if (!(await attempt(() => heed(office.accounts.oneself.addPasskey(name.trim()))))) return
    setName('')
    await made()
  }
  const toAdd = () => document.getElementById('passkey-add')?.focus()
  return (
    <>
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
        {!asksAnew(refusal) && <Refused refusal={refusal} />}
        <Done>{ready}</Done>
        <p>
          <button type="submit" id="passkey-add" class="office-button" aria-disabled={busy}>
            {words.add}
          </button>
        </p>
      </form>
      <Anew
        wanted="add"
        {...{ refusal, anew, ways }}
        proved={() => {
          setReady(accountWords.anew.done)
          toAdd()
        }}
        leave={toAdd}
      />
    </>
  )
}
