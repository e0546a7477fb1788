// How somebody who was invited will sign in from now on: one of up to three ways.

import { accountWords, say } from '../../../wording/office.ts'

const words = accountWords.invited

export type Way = 'passkey' | 'password' | 'elsewhere'

interface ChooseProps {
  readonly way: Way
  /** Whether this browser has passkeys. */
  readonly able: boolean
  readonly elsewhere: string | null
  choose(way: Way): void
}

export function Choose({ way, able, elsewhere, choose }: ChooseProps) {
  const name = elsewhere ?? ''
  const offered = [
    { is: 'passkey', label: words.passkey, hint: able ? words.passkeyHint : words.passkeyNever },
    { is: 'password', label: words.password, hint: words.passwordHint },
    { is: 'elsewhere', label: say(words.elsewhere, { name }), hint: words.elsewhereHint },
  ] as const
  return (
    <fieldset class="office-way-how">
      <legend>{words.how}</legend>
      {offered
        .filter(({ is }) => is !== 'elsewhere' || elsewhere !== null)
        .map(({ is, label, hint }) => (
          <div key={is} class="office-choice">
            <input
              type="radio"
              id={`way-${is}`}
              name="way"
              checked={way === is}
              disabled={is === 'passkey' && !able}
              onChange={() => choose(is)}
              aria-describedby={`way-${is}-hint`}
            />
            <label for={`way-${is}`}>{label}</label>
            <p id={`way-${is}-hint`} class="office-quiet">
              {hint}
            </p>
          </div>
        ))}
    </fieldset>
  )
}
