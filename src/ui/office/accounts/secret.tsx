// A new password, and the app that makes its codes: a picture for the app's camera, the same in letters, and a first code.

import { useState } from 'preact/hooks'
import type { LookReply } from '../../../protocol/accounts.ts'
import { accountWords } from '../../../wording/office.ts'
import { Tick } from '../choice.tsx'
import { Field } from '../field.tsx'
import { Qr } from '../qr.tsx'

const words = accountWords.invited

interface Line {
  readonly id: string
  readonly value: string
  readonly wrong: boolean
  change(value: string): void
}

interface SecretProps {
  readonly invitation: LookReply
  readonly password: Line
  readonly code: Line
}

export function Secret({ invitation: { secret, uri }, password, code }: SecretProps) {
  return (
    <>
      <NewPassword {...password} label={words.choose} />
      <h3>{words.app}</h3>
      <p>{words.appHint}</p>
      <Qr text={uri} title={words.qr} />
      <dl class="office-pairs">
        <div>
          <dt>{words.secret}</dt>
          <dd class="office-letters">
            {(secret.match(/.{1,4}/g) ?? []).map((four, n) => (
              <span key={n}>{four} </span>
            ))}
          </dd>
        </div>
      </dl>
      <Field
        id={code.id}
        label={words.code}
        hint={accountWords.signIn.codeHint}
        value={code.value}
        most={10}
        keys="numeric"
        fill="one-time-code"
        trouble={code.wrong ? accountWords.signIn.codeWrong : undefined}
        change={code.change}
      />
    </>
  )
}

/** A password that is chosen, which can be looked at while it is typed. */
export function NewPassword({ id, value, wrong, change, label }: Line & { label: string }) {
  const [shown, show] = useState(false)
  return (
    <>
      <Field
        id={id}
        label={label}
        hint={words.chooseHint}
        value={value}
        most={128}
        fill="new-password"
        secret={!shown}
        trouble={wrong ? words.chooseWrong : undefined}
        change={change}
      />
      <Tick id={`${id}-shown`} label={words.show} on={shown} turn={show} />
    </>
  )
}
