// Before somebody changes what they sign in with they prove once more that it is them, and not whoever came to their desk.

import { useEffect, useRef } from 'preact/hooks'
import type { Refusal } from '../../../office/office.ts'
import type { PasskeysReply } from '../../../protocol/accounts.ts'
import { accountWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Passkey, Password } from './enter.tsx'

const words = accountWords.anew

/** What somebody wanted to do when they were asked. */
export type Wanted = 'add' | 'remove' | 'password'

/** For which of a page's forms the place to sign in once more stands open: one at a time. */
export interface Asking {
  readonly of: Wanted | undefined
  ask(of: Wanted | undefined): void
  /** Somebody has signed in, perhaps somebody else. */
  proved(): Promise<void>
}

interface AnewProps {
  readonly wanted: Wanted
  readonly refusal: Refusal | undefined
  readonly anew: Asking
  readonly ways: PasskeysReply
  /** It can be done now. */
  proved(): void
  leave(): void
}

/** Whether a refusal asks for it. */
export const asksAnew = (refusal: Refusal | undefined): boolean => refusal === '403.9'

/** Their own ways in, and nothing that they have typed is lost meanwhile. */
export function Anew({ wanted, refusal, anew, ways, proved, leave }: AnewProps) {
  const open = asksAnew(refusal)
  useEffect(() => {
    if (open) anew.ask(wanted)
  }, [open])
  if (!open || anew.of !== wanted) return null
  const enter = async () => {
    await anew.proved()
    anew.ask(undefined)
    proved()
  }
  const close = () => {
    anew.ask(undefined)
    leave()
  }
  return <Ways wanted={wanted} ways={ways} enter={() => void enter()} leave={close} />
}

interface WaysProps {
  readonly wanted: Wanted
  readonly ways: PasskeysReply
  enter(): void
  leave(): void
}

function Ways({ wanted, ways, enter, leave }: WaysProps) {
  const { entering } = useDesk().office.accounts
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section class="office-confirm" aria-labelledby="anew">
      <h3 id="anew" ref={title} tabIndex={-1}>
        {words[wanted]}
      </h3>
      <p>{words.why}</p>
      <div class="office-ways">
        {ways.passkeys.length > 0 && <Passkey entering={entering} enter={enter} />}
        {ways.password && <Password entering={entering} enter={enter} />}
      </div>
      <p>
        <button type="button" class="office-button" onClick={leave}>
          {words.leave}
        </button>
      </p>
    </section>
  )
}
