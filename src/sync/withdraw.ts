// Asks the server for the forms that people took back. A slip is asked for until the server has given its word on it.

import { tabletPaths } from '../protocol/paths.ts'
import { MOST_SLIPS, type Withdrawal, withdrawReply } from '../protocol/tablet.ts'
import { type Stuck, stuckOn } from './deliver.ts'
import type { Http } from './http.ts'
import type { Standing } from './standing.ts'

/** The part of the tablet's disk that asking needs. */
export interface Slips {
  unanswered(): Promise<readonly string[]>
  /** Commits the words on slips that are unanswered; 'too-many' is none. */
  answer(words: readonly Withdrawal[], day: string): Promise<void>
}

/**
 * 'said': nothing is unanswered. 'later': the server is older than slips, or has heard too many. 'amiss': it answered as
 * it should not. 'stuck': nothing comes through to it.
 */
export type Asked =
  | { readonly is: 'said' | 'later' | 'amiss' }
  | { readonly is: 'stuck'; readonly why: Exclude<Stuck, 'resting'> }

/** Asks for every slip once, in batches; `learn` takes what the server says of itself. */
export async function withdraw(
  slips: Slips,
  http: Http,
  token: string,
  learn: (standing: Standing) => Promise<void>,
): Promise<Asked> {
  // One that the disk has spoilt would have the others refused with it.
  const open = async () => (await slips.unanswered()).filter(slip => /^[0-9a-f]{32}$/.test(slip))
  const all = await open()
  let later = false
  for (let at = 0; at < all.length; at += MOST_SLIPS) {
    const batch = all.slice(at, at + MOST_SLIPS)
    const reply = await http.post(tabletPaths.withdrawals, { slips: batch }, withdrawReply, token)
    // An older server knows nothing of slips.
    if (reply.is === 'refused' && reply.problem === '404.1') return { is: 'later' }
    if (reply.is === 'too-many') return { is: 'later' }
    if (reply.is !== 'ok') {
      const { why } = stuckOn(reply)
      return why === 'resting' ? { is: 'amiss' } : { is: 'stuck', why }
    }
    const { withdrawals, ...standing } = reply.body
    const words = withdrawals.filter(({ slip }) => batch.includes(slip))
    await slips.answer(words, standing.now.slice(0, 10))
    later ||= words.some(({ is }) => is === 'too-many')
    await learn(standing)
  }
  if ((await open()).length === 0) return { is: 'said' }
  return { is: later ? 'later' : 'amiss' }
}
