// What is listed and can be added to: asked for when the page opens, and again after each change.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../../office/office.ts'
import { officeWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'

export interface Listed<T> {
  readonly outcome: Outcome<T> | undefined
  again(): Promise<void>
}

/** Asks for a list, and again when told to. */
export function useListed<T>(ask: () => Promise<Outcome<T>>): Listed<T> {
  const { heed } = useDesk()
  const [outcome, set] = useState<Outcome<T>>()
  const again = async () => set(await heed(ask()))
  useEffect(() => {
    void again()
  }, [])
  return { outcome, again }
}

/** The list, or why there is none and a way to try again. */
export function List<T>({ of, children }: { of: Listed<T>; children: (value: T) => ComponentChildren }) {
  const { outcome, again } = of
  if (outcome === undefined) return <p>{officeWords.wait}</p>
  if (outcome.done) return <>{children(outcome.value)}</>
  return (
    <>
      <Refused refusal={outcome.refusal} />
      <button type="button" class="office-button" onClick={again}>
        {officeWords.tryAgain}
      </button>
    </>
  )
}
