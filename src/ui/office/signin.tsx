// Nobody is signed in: says so plainly, and how to get a link.

import type { Refusal } from '../../office/office.ts'
import { officeWords as words } from '../../wording/office.ts'
import { Refused } from './notice.tsx'
import { Page } from './page.tsx'

/** Why the sign-in page is shown. */
export type Away = 'plain' | 'ended' | 'left' | Refusal

interface SignInProps {
  readonly why: Away
  readonly tryAgain: (() => void) | undefined
}

export function SignIn({ why, tryAgain }: SignInProps) {
  const own = why === 'plain' || why === 'ended' || why === 'left'
  return (
    <Page title={words.signedOut.title}>
      {own ? <p role="status">{words.signedOut[why]}</p> : <Refused refusal={why} />}
      {tryAgain && (
        <p>
          <button type="button" class="office-button" onClick={tryAgain}>
            {words.tryAgain}
          </button>
        </p>
      )}
      <h2>{words.signedOut.how}</h2>
      <ol class="office-steps">
        {words.signedOut.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="office-quiet">{words.signedOut.tablet}</p>
    </Page>
  )
}
