// What takes part: it is given its envelopes, sends them while it is timed, and then proves that they are there.

import type { Sample } from '../harness/rounds.ts'
import type { Envelope } from './envelopes.ts'

export interface Contender {
  /** Lays the envelopes where they wait. */
  prepare(envelopes: readonly Envelope[]): Promise<Prepared>
}

export interface Prepared {
  /** What is timed. */
  go(): Promise<void>
  /** Throws unless all of it is where it should be. */
  prove(): Promise<void>
}

/** Milliseconds that it takes to send these. */
export async function timed(contender: Contender, envelopes: readonly Envelope[]): Promise<number> {
  const { go, prove } = await contender.prepare(envelopes)
  const began = performance.now()
  await go()
  const took = performance.now() - began
  await prove()
  return took
}

/** Envelopes a second of each of several amounts, by their names. */
export async function rates(
  contender: Contender,
  made: (many: number) => readonly Envelope[],
  amounts: readonly number[],
): Promise<Sample> {
  const found: Record<string, number> = {}
  for (const many of amounts) found[String(many)] = (many / (await timed(contender, made(many)))) * 1000
  return found
}
