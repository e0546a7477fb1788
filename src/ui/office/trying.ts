// One thing at a time: while it is under way a second press does nothing, and why it was refused stays to be read.

import { useRef, useState } from 'preact/hooks'
import type { Outcome, Refusal } from '../../office/office.ts'

interface Trying {
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  /** Does something; what came of it when it was done, undefined when it was refused or something else is under way. */
  attempt<T>(work: () => Promise<Outcome<T>>): Promise<{ readonly value: T } | undefined>
  /** Takes the words of a refusal away. */
  forget(): void
}

/** What a form or a button of one page is trying. */
export function useTrying(): Trying {
  const [busy, setBusy] = useState(false)
  const [refusal, refuse] = useState<Refusal>()
  const under = useRef(false)
  const attempt: Trying['attempt'] = async work => {
    if (under.current) return undefined
    under.current = true
    setBusy(true)
    refuse(undefined)
    const outcome = await work()
    under.current = false
    setBusy(false)
    if (outcome.done) return { value: outcome.value }
    refuse(outcome.refusal)
    return undefined
  }
  return { busy, refusal, attempt, forget: () => refuse(undefined) }
}
