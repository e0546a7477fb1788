// What is done for good only after a question: what is asked about, what was said of it when it was done, why it was refused.

import { useState } from 'preact/hooks'
import type { Outcome, Refusal } from '../../office/office.ts'
import { useDesk } from './desk.ts'
import { useTrying } from './trying.ts'

interface Asking<Thing> {
  readonly asking: Thing | undefined
  readonly refusal: Refusal | undefined
  readonly said: string | undefined
  ask(about: Thing): void
  /** Does something and ends the question; what came of it when it was done. */
  act<T>(work: () => Promise<Outcome<T>>): Promise<{ readonly value: T } | undefined>
  /** Says what was done. */
  tell(said: string): void
  /** Leaves things as they are, and goes back to what was pressed where that is still there. */
  leave(pressed?: string): void
}

/** What a list of the office asks about before it changes. */
export function useAsking<Thing>(): Asking<Thing> {
  const { heed } = useDesk()
  const { refusal, attempt } = useTrying()
  const [asking, ask] = useState<Thing>()
  const [said, tell] = useState<string>()
  return {
    asking,
    refusal,
    said,
    ask,
    tell,
    async act(work) {
      tell(undefined)
      const came = await attempt(() => heed(work()))
      ask(undefined)
      return came
    },
    leave(pressed) {
      ask(undefined)
      if (pressed !== undefined) document.getElementById(pressed)?.focus()
    },
  }
}
