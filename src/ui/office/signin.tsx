// Nobody is signed in: says why in a word, and offers every way in there is.

import { useEffect, useState } from 'preact/hooks'
import type { Office, Refusal } from '../../office/office.ts'
import { accountWords, officeWords as words } from '../../wording/office.ts'
import { Elsewhere, Passkey, Password } from './accounts/enter.tsx'
import { Refused } from './notice.tsx'
import { Page } from './page.tsx'

/** Why the sign-in page is shown. */
export type Away = 'plain' | 'ended' | 'left' | Refusal

/** What every page for whoever is not signed in is handed. */
export interface Ways {
  readonly office: Office
  /** Looks at the office anew, once somebody is in. */
  enter(): void
  /** Goes to another site, to come back to this page. */
  leave(url: string): void
}

interface SignInProps extends Ways {
  readonly why: Away
  readonly tryAgain: (() => void) | undefined
}

export function SignIn({ why, tryAgain, office, enter, leave }: SignInProps) {
  const { entering } = office.accounts
  const [elsewhere, setElsewhere] = useState<string | null>(null)
  useEffect(() => {
    // What can't be asked now is not offered: the other ways are there all the same.
    void entering.ways().then(ways => ways.done && setElsewhere(ways.value.elsewhere))
  }, [entering])
  const own = why === 'plain' || why === 'ended' || why === 'left'
  return (
    <Page title={accountWords.signIn.title}>
      {own ? (
        <p role="status" class="office-lead">
          {words.signedOut[why]}
        </p>
      ) : (
        <Refused refusal={why} />
      )}
      {tryAgain && (
        <p>
          <button type="button" class="office-button" onClick={tryAgain}>
            {words.tryAgain}
          </button>
        </p>
      )}
      <div class="office-ways">
        <Passkey entering={entering} enter={enter} />
        {elsewhere !== null && <Elsewhere entering={entering} name={elsewhere} leave={leave} />}
        <Password entering={entering} enter={enter} />
      </div>
      <h2>{accountWords.signIn.how}</h2>
      <ul class="office-steps">
        {accountWords.signIn.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p class="office-quiet">{accountWords.signIn.tablet}</p>
    </Page>
  )
}
