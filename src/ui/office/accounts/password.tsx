// A new password in place of the one that somebody has; the app that makes the codes stays as it is.

import { useState } from 'preact/hooks'
import { type PasskeysReply, SHORTEST_PASSWORD } from '../../../protocol/accounts.ts'
import { accountWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Field } from '../field.tsx'
import { Done, refusalWords } from '../notice.tsx'
import { useTrying } from '../trying.ts'
import { Anew, type Asking, asksAnew } from './anew.tsx'
import { NewPassword } from './secret.tsx'

const words = accountWords.account

export function SetPassword({ ways, anew }: { ways: PasskeysReply; anew: Asking }) {
  const { office, heed } = useDesk()
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const [wrong, setWrong] = useState<'current' | 'fresh'>()
  const [done, setDone] = useState<string>()
  const { busy, refusal, attempt } = useTrying()

  const change = async (event: Event) => {
    event.preventDefault()
    setDone(undefined)
    const bad = current === '' ? 'current' : fresh.length < SHORTEST_PASSWORD ? 'fresh' : undefined
    setWrong(bad)
    if (bad) return document.getElementById(bad)?.focus()
    if (!(await attempt(() => heed(office.accounts.oneself.setPassword(current, fresh))))) return
    setCurrent('')
    setFresh('')
    setDone(words.changed)
  }
  const toChange = () => document.getElementById('password-change')?.focus()
  return (
    <section aria-labelledby="own-password">
      <h2 id="own-password">{words.password}</h2>
      <p>{words.passwordLead}</p>
      <form class="office-form" onSubmit={change} noValidate>
        <Field
          id="current"
          label={words.current}
          value={current}
          most={128}
          fill="current-password"
          secret
          trouble={wrong === 'current' ? words.currentWrong : undefined}
          change={setCurrent}
        />
        <NewPassword
          id="fresh"
          label={words.fresh}
          value={fresh}
          wrong={wrong === 'fresh'}
          change={setFresh}
        />
        {refusal && !asksAnew(refusal) && (
          <p class="office-notice" role="alert">
            {refusal === '401.4' ? words.wrong : refusalWords(refusal)}
          </p>
        )}
        <Done>{done}</Done>
        <p>
          <button type="submit" id="password-change" class="office-button" aria-disabled={busy}>
            {words.change}
          </button>
        </p>
      </form>
      <Anew
        wanted="password"
        {...{ refusal, anew, ways }}
        proved={() => {
          setDone(accountWords.anew.done)
          toChange()
        }}
        leave={toChange}
      />
    </section>
  )
}
