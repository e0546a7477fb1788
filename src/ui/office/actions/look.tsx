// Looking at something of the server's: until it is there, when it is refused, and again.

import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import { officeWords as words } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'

/** What was looked at, and the way to look again; what was there stays there meanwhile. */
export function useLook<T>(look: () => Promise<Outcome<T>>, of: string) {
  const { heed } = useDesk()
  const [looked, set] = useState<Outcome<T>>()
  const [tries, again] = useState(0)
  useEffect(() => {
    let here = true
    // What was seen once stays when it can't be looked at again: somebody may be writing about it.
    void heed(look()).then(outcome => here && set(old => (old?.done && !outcome.done ? old : outcome)))
    return () => {
      here = false
    }
  }, [heed, of, tries])
  return [looked, () => again(tries + 1)] as const
}

export function Unseen({ looked, again }: { looked: Outcome<unknown> | undefined; again(): void }) {
  if (looked === undefined || looked.done) return <p>{words.wait}</p>
  return (
    <>
      <Refused refusal={looked.refusal} />
      <p>
        <button type="button" class="office-button" onClick={again}>
          {words.tryAgain}
        </button>
      </p>
    </>
  )
}
