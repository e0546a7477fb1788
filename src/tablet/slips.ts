// Taking a form back: what becomes of six pictures. Loaded when somebody taps them.

import { markOf, slipHash } from '../envelope/slip.ts'
import type { Withdrawals } from '../store/withdrawals.ts'
import type { TakenBack } from './tablet.ts'

/** Milliseconds for which a person waits for the server's word. */
export const PATIENCE = 8000

/** Milliseconds after which whoever had too many tries may try again, with the app running. */
export const HOUR = 3_600_000

export interface SlipsWith {
  readonly slips: Pick<Withdrawals, 'ask' | 'known' | 'rest'>
  readonly subtle: SubtleCrypto
  /** Talks to the server; resolves when the round has ended, well or not. */
  nudge(): Promise<void>
  /** Looks again at how many forms wait. */
  tally(): Promise<void>
  later(work: () => void, milliseconds: number): () => void
}

/** What takes a form back. It gives five tries again an hour after the last, or after the first of a new start. */
export function createTaking({ slips, subtle, nudge, tally, later }: SlipsWith) {
  let cancel = () => {}
  function rest(): void {
    cancel()
    cancel = later(() => void slips.rest().catch(() => undefined), HOUR)
  }
  rest()

  /**
   * Takes out of the outbox what the six pictures stand for, and asks the server for the rest. Of the pictures only their
   * slow hash is kept. Rejects when the disk refuses: then nothing was asked.
   */
  return async (taps: readonly number[], ward: string): Promise<TakenBack> => {
    const slip = await slipHash(taps, ward, subtle)
    // Before the transaction, which ends itself while anything else is waited for.
    const known = await slips.ask(slip, await markOf(slip, subtle), ward)
    if (known === 'tries') return known
    rest()
    void tally().catch(() => undefined)
    // The server is told of a form too that never left: a rescue file may hold it.
    const round = nudge().catch(() => undefined)
    if (known !== 'asked') return known
    await Promise.race([round, new Promise<void>(done => later(done, PATIENCE))])
    return slips.known(slip)
  }
}
