// Somebody is in, and the passkey that they chose is not made yet: without it they could not come back.

import type { Oneself } from '../../../office/accounts.ts'
import { accountWords, dayWords, say } from '../../../wording/office.ts'
import { Refused } from '../notice.tsx'
import { Page } from '../page.tsx'
import { useTrying } from '../trying.ts'

const words = accountWords.unfinished

export function Unfinished({ oneself, enter }: { oneself: Oneself; enter: () => void }) {
  const { busy, refusal, attempt } = useTrying()
  const name = say(accountWords.invited.passkeyName, { day: dayWords(new Date().toISOString()) })
  const press = async () => {
    if (await attempt(() => oneself.addPasskey(name))) enter()
  }
  return (
    <Page title={words.title}>
      <p class="office-lead">{words.lead}</p>
      <Refused refusal={refusal} />
      <p>
        <button type="button" class="office-button office-main" aria-disabled={busy} onClick={press}>
          {words.make}
        </button>
      </p>
      <p class="office-quiet">{words.lost}</p>
    </Page>
  )
}
