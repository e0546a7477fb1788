// Forms that were taken back, by the slow hash of their slip alone, until the server has answered and 35 days more.
//
//   ask ─▶ asked ─┬─ answer ─▶ taken-out, opened (final, unless the server is restored)
//     ▲           └─ answer ─▶ kept (the form was not there: it is refused when it comes)
//     └── ask again, or a restored server ──┘
//
// Nothing here names a form or a person, and no row has a time of day.

import type { Withdrawal as Word } from '../protocol/tablet.ts'
import type { Database } from './database.ts'
import { fate } from './days.ts'
import type { Withdrawal } from './records.ts'
import { SLIP_TRIES } from './settings.ts'
import { count } from './tally.ts'

/** Slips in an hour that lie neither here nor, as far as is known, with the server. */
export const MOST_TRIES = 5

/** What is known of a form that was asked for: see TakingBack in tablet/tablet.ts. */
export type Known = 'taken' | 'asked' | 'opened' | 'unknown'

export interface Withdrawals {
  /**
   * In one transaction the envelope under the mark out of the outbox, whatever its state, and the slip in; resolves to what
   * is known now. 'taken': nothing of it had ever left the tablet. 'tries': nothing was done.
   */
  ask(slip: string, mark: string, ward: string): Promise<Known | 'tries'>
  /** What is known of a slip that was asked for. */
  known(slip: string): Promise<Known>
  /** The slips that the server has not answered, in an order that tells nothing. */
  unanswered(): Promise<readonly string[]>
  /** Commits the server's words. `day` is such as 2026-03-01. */
  answer(words: readonly Word[], day: string): Promise<void>
  /** Removes what was answered 35 days ago. After an absurd jump of the clock it only begins the days anew. */
  prune(today: string): Promise<void>
  /** An hour has passed: there are five tries again. */
  rest(): Promise<void>
}

function knownOf({ state, here }: Withdrawal): Known {
  if (state === 'opened') return 'opened'
  if (state === 'taken-out' || here === 'alone') return 'taken'
  // The server has no such form, and what lay here is gone.
  if (state === 'kept') return here ? 'taken' : 'unknown'
  return 'asked'
}

export function createWithdrawals(database: Database): Withdrawals {
  const { outbox, settings, withdrawals, read, write } = database
  const tries = async () => Number((await settings.get(SLIP_TRIES))?.value ?? 0)
  const note = (n: number) => settings.put({ name: SLIP_TRIES, value: Math.max(0, n) })

  /** What lay in the outbox under a mark and went from there. Of two forms under one slip nobody can say whose it is. */
  async function takeOut(mark: string): Promise<Withdrawal['here']> {
    const [entry, ...others] = await outbox.filter(one => one.slip === mark).toArray()
    if (!entry || others.length > 0) return undefined
    await outbox.delete(entry.digest)
    if (entry.state !== 'sent') await count(database, 'withdrawn')
    return entry.state === 'waiting' && !entry.tried ? 'alone' : 'copy'
  }

  return {
    ask: (slip, mark, ward) =>
      write(async () => {
        const held = await withdrawals.get(slip)
        // Whoever guesses may not go on by guessing what lies here.
        if (!held && (await tries()) >= MOST_TRIES) return 'tries'
        const here = (await takeOut(mark)) ?? held?.here
        if (!held && !here) await note((await tries()) + 1)
        const row: Withdrawal = { slip, mark, ward, state: 'asked', ...(here && { here }) }
        const final = held?.state === 'taken-out' || held?.state === 'opened'
        if (!final) await withdrawals.put(row)
        return knownOf(final ? held : row)
      }),

    async known(slip) {
      const row = await read(() => withdrawals.get(slip))
      return row ? knownOf(row) : 'unknown'
    },

    unanswered: async () =>
      (await read(() => withdrawals.where('state').equals('asked').toArray())).map(({ slip }) => slip),

    answer: (words, day) =>
      write(async () => {
        for (const { slip, is } of words) {
          const row = await withdrawals.get(slip)
          if (row?.state !== 'asked' || is === 'too-many') continue
          await withdrawals.put({ ...row, state: is, on: day })
          // It was a right one.
          if (is !== 'kept' && !row.here) await note((await tries()) - 1)
        }
      }),

    prune: today =>
      write(async () => {
        for (const row of await withdrawals.toArray()) {
          if (row.on === undefined) continue
          const what = fate(row.on, today)
          if (what === 'anew') await withdrawals.put({ ...row, on: today })
          else if (what === 'go') await withdrawals.delete(row.slip)
        }
      }),

    rest: () =>
      write(async () => {
        if ((await tries()) > 0) await note(0)
      }),
  }
}
