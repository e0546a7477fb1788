// The form that takes an invitation up: a name, an address, and one way to sign in.

import { useState } from 'preact/hooks'
import { hasPasskeys } from '../../../office/passkey.ts'
import { type LookReply, SHORTEST_PASSWORD } from '../../../protocol/accounts.ts'
import { accountWords, dayWords, say } from '../../../wording/office.ts'
import { Field } from '../field.tsx'
import { Refused } from '../notice.tsx'
import { Send } from '../send.tsx'
import type { Ways } from '../signin.tsx'
import { useTrying } from '../trying.ts'
import { Choose, type Way } from './choose.tsx'
import { Secret } from './secret.tsx'
import type { Taken } from './taken.ts'

const words = accountWords.invited

interface JoiningProps extends Ways {
  readonly token: string
  readonly invitation: LookReply
  /** The name of the organisation's own sign-in. */
  readonly elsewhere: string | null
  now(taken: Taken): void
}

type Part = 'name' | 'email' | 'new-password' | 'code'

export function Joining({ token, invitation, elsewhere, office, leave, now }: JoiningProps) {
  const { entering, invited, oneself } = office.accounts
  const able = hasPasskeys()
  const [way, setWay] = useState<Way>(able ? 'passkey' : 'password')
  const [typed, type] = useState({ name: '', email: invitation.email ?? '', 'new-password': '', code: '' })
  const [wrong, setWrong] = useState<Part>()
  const { busy, refusal, attempt } = useTrying()
  const field = (part: Part) => ({
    id: part,
    value: typed[part],
    change: (value: string) => type(old => ({ ...old, [part]: value })),
  })
  const name = typed.name.trim()
  const email = typed.email.trim()
  const code = typed.code.replace(/\s/g, '')

  const send = async (event: Event) => {
    event.preventDefault()
    if (way === 'elsewhere') {
      const found = await attempt(() => entering.elsewhere())
      if (found) leave(found.value)
      return
    }
    const bad = firstWrong({ name, email, password: way === 'password' ? typed['new-password'] : null, code })
    setWrong(bad)
    if (bad) return document.getElementById(bad)?.focus()
    const password = way === 'password' ? { password: typed['new-password'], code } : null
    const accepted = await attempt(() => invited.accept({ token, name, email, password }))
    if (!accepted) return
    if (way === 'password') return now({ is: 'spare', codes: accepted.value.spare })
    const made = await oneself.addPasskey(say(words.passkeyName, { day: dayWords(new Date().toISOString()) }))
    now({ is: made.done ? 'in' : 'unfinished' })
  }

  return (
    <form class="office-form" onSubmit={send} noValidate>
      {way !== 'elsewhere' && (
        <>
          <h2>{words.you}</h2>
          <Field
            {...field('name')}
            label={words.name}
            hint={words.nameHint}
            most={80}
            fill="name"
            trouble={wrong === 'name' ? words.nameWrong : undefined}
          />
          {invitation.email === null && (
            <Field
              {...field('email')}
              label={words.address}
              hint={words.addressHint}
              most={200}
              keys="email"
              fill="username"
              trouble={wrong === 'email' ? words.addressWrong : undefined}
            />
          )}
        </>
      )}
      {/* A sign-in elsewhere takes up the invitation of the address that it names: without one there is none to find. */}
      <Choose
        way={way}
        able={able}
        elsewhere={invitation.email === null ? null : elsewhere}
        choose={chosen => {
          setWay(chosen)
          setWrong(undefined)
        }}
      />
      {way === 'password' && (
        <Secret
          invitation={invitation}
          password={{ ...field('new-password'), wrong: wrong === 'new-password' }}
          code={{ ...field('code'), wrong: wrong === 'code' }}
        />
      )}
      <Refused refusal={refusal} />
      <Send label={busy ? words.busy : comeWords(way, elsewhere)} busy={busy} />
      <p class="office-quiet">{words.others}</p>
    </form>
  )
}

const comeWords = (way: Way, elsewhere: string | null): string => {
  if (way === 'elsewhere') return say(words.comeElsewhere, { name: elsewhere ?? '' })
  return way === 'passkey' ? words.comePasskey : words.come
}

interface Given {
  readonly name: string
  readonly email: string
  /** Null for a passkey. */
  readonly password: string | null
  readonly code: string
}

/** Whether it looks like an e-mail address. */
export const isAddress = (typed: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)

// The server looks at all of it again, more strictly: this is to say at the line what is missing.
function firstWrong({ name, email, password, code }: Given): Part | undefined {
  if (name === '') return 'name'
  if (!isAddress(email)) return 'email'
  if (password === null) return undefined
  if (password.length < SHORTEST_PASSWORD) return 'new-password'
  return /^\d{6}$/.test(code) ? undefined : 'code'
}
