// Three ways in: a passkey; a password and then a code; the organisation's own sign-in.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Entering } from '../../../office/accounts.ts'
import type { Refusal } from '../../../office/office.ts'
import { accountWords, say } from '../../../wording/office.ts'
import { Field } from '../field.tsx'
import { refusalWords } from '../notice.tsx'
import { Send } from '../send.tsx'
import { useTrying } from '../trying.ts'

const words = accountWords.signIn

interface WayProps {
  readonly entering: Entering
  enter(): void
}

/** Why nobody was let in. Tries that are used up are so for one way alone. */
function NotIn({ refusal }: { refusal: Refusal | undefined }) {
  if (refusal === undefined) return null
  return (
    <p class="office-notice" role="alert">
      {refusal === '429.1' ? words.tooOften : refusalWords(refusal)}
    </p>
  )
}

export function Passkey({ entering, enter }: WayProps) {
  const { busy, refusal, attempt } = useTrying()
  const press = async () => {
    if (await attempt(() => entering.passkey())) enter()
  }
  return (
    <section>
      <p>
        <button type="button" class="office-button office-main" aria-disabled={busy} onClick={press}>
          {words.passkey}
        </button>
      </p>
      <p class="office-quiet">{words.passkeyHint}</p>
      <NotIn refusal={refusal} />
    </section>
  )
}

interface ElsewhereProps {
  readonly entering: Entering
  readonly name: string
  leave(url: string): void
}

export function Elsewhere({ entering, name, leave }: ElsewhereProps) {
  const { busy, refusal, attempt } = useTrying()
  const press = async () => {
    const found = await attempt(() => entering.elsewhere())
    if (found) leave(found.value)
  }
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{words.elsewhereTitle}</h2>
      <p>
        <button type="button" class="office-button" aria-disabled={busy} onClick={press}>
          {say(words.elsewhere, { name })}
        </button>
      </p>
      <p class="office-quiet">{words.elsewhereHint}</p>
      <NotIn refusal={refusal} />
    </section>
  )
}

/** The password first; when it is right, the code of the app or a spare one. */
export function Password({ entering, enter }: WayProps) {
  const [half, setHalf] = useState(false)
  return (
    <section aria-labelledby="password-way">
      <h2 id="password-way">{words.passwordTitle}</h2>
      {half ? (
        <Second entering={entering} enter={enter} again={() => setHalf(false)} />
      ) : (
        <First entering={entering} next={() => setHalf(true)} />
      )}
    </section>
  )
}

function First({ entering, next }: { entering: Entering; next: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [gap, setGap] = useState<'email' | 'password'>()
  const { busy, refusal, attempt } = useTrying()
  const send = async (event: Event) => {
    event.preventDefault()
    const empty = email.trim() === '' ? 'email' : password === '' ? 'password' : undefined
    setGap(empty)
    if (empty) return document.getElementById(empty)?.focus()
    if (await attempt(() => entering.password(email.trim(), password))) next()
  }
  return (
    <form class="office-form" onSubmit={send} noValidate>
      <Field
        id="email"
        label={words.email}
        value={email}
        most={200}
        keys="email"
        fill="username"
        trouble={gap === 'email' ? words.empty : undefined}
        change={setEmail}
      />
      <Field
        id="password"
        label={words.password}
        value={password}
        most={128}
        fill="current-password"
        secret
        trouble={gap === 'password' ? words.empty : undefined}
        change={setPassword}
      />
      <NotIn refusal={refusal} />
      <Send label={words.next} busy={busy} />
    </form>
  )
}

function Second({ entering, enter, again }: WayProps & { again: () => void }) {
  const [spare, setSpare] = useState(false)
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const { busy, refusal, attempt, forget } = useTrying()
  const lead = useRef<HTMLParagraphElement>(null)
  useEffect(() => lead.current?.focus(), [])
  const bare = spare ? spareOf(code) : code.replace(/\s/g, '')
  const send = async (event: Event) => {
    event.preventDefault()
    const bad = spare ? !/^\w{5}-\w{5}$/.test(bare) : !/^\d{6}$/.test(bare)
    setWrong(bad)
    if (bad) return document.getElementById('code')?.focus()
    if (await attempt(() => (spare ? entering.spare(bare) : entering.code(bare)))) enter()
  }
  const turn = () => {
    setSpare(!spare)
    setCode('')
    setWrong(false)
    forget()
    document.getElementById('code')?.focus()
  }
  return (
    <form class="office-form" onSubmit={send} noValidate>
      <p ref={lead} tabIndex={-1} class="office-told">
        {words.codeLead}
      </p>
      <Field
        id="code"
        label={spare ? words.spare : words.code}
        hint={spare ? words.spareHint : words.codeHint}
        value={code}
        most={40}
        keys={spare ? 'text' : 'numeric'}
        fill="one-time-code"
        trouble={wrong ? (spare ? words.spareWrong : words.codeWrong) : undefined}
        change={setCode}
      />
      <NotIn refusal={refusal} />
      <Send label={words.enter} busy={busy} />
      <p class="office-row">
        <button type="button" class="office-plain" onClick={turn}>
          {spare ? words.toCode : words.toSpare}
        </button>
        <button type="button" class="office-plain" onClick={again}>
          {words.again}
        </button>
      </p>
    </form>
  )
}

/** A spare code as it was printed, whatever was typed between its letters. */
function spareOf(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
