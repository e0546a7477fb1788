// A tablet without its disk, since many stand on one machine: the product's own loop, in its own time, over forms in memory.

import type { Receipt } from '../../../src/protocol/tablet.ts'
import { http } from '../../../src/sync/http.ts'
import { createSync, type Desk } from '../../../src/sync/sync.ts'
import type { Waiting } from './sealed.ts'
import type { Enrolled } from './trust.ts'

/** What came of one tablet: how long it took until all had receipts, and the digests that they named. */
export interface Sent {
  readonly took: number
  readonly digests: readonly string[]
  /** Receipts that said that the envelope was there already. */
  readonly again: number
}

/** Sends all that waits; resolves when each has its receipt and the tablet is still. */
export function sendAll(
  { token, key }: Enrolled,
  forms: readonly Waiting[],
  line: typeof fetch,
  random: () => number,
): Promise<Sent> {
  const waiting = new Map(forms.map(one => [one.digest, one]))
  const digests: string[] = []
  let again = 0
  let known: { epoch: string; batches: number } | undefined
  const desk: Desk = {
    attempt: async limit => [...waiting.values()].slice(0, limit),
    async settle(receipts: readonly Receipt[]) {
      const good = receipts.filter(one => one.state !== 'refused' && waiting.delete(one.digest))
      digests.push(...good.map(({ digest }) => digest))
      again += good.filter(({ state }) => state === 'duplicate').length
      return { arrived: good.length, setAside: 0, withdrawn: 0 }
    },
    pass: async () => ({ token, sealsTo: key, takes: 2 }),
    waitingByKey: async () => ({ [key]: waiting.size }),
    tally: async () => ({
      ...{ sealed: forms.length, sent: digests.length, waiting: waiting.size },
      ...{ withdrawn: 0, erased: 0, setAside: 0 },
    }),
    slips: { unanswered: async () => [], answer: async () => undefined },
    known: async () => known,
    async offerAgain() {
      for (const one of forms) waiting.set(one.digest, one)
    },
    offerNewer: async () => undefined,
    async learn({ epoch, batches }) {
      known = { epoch, batches }
    },
  }
  const { promise, resolve } = Promise.withResolvers<Sent>()
  const began = performance.now()
  let last = began
  const world = {
    random,
    alone: <T>(work: () => Promise<T>) => work(),
    later(work: () => void, milliseconds: number) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  }
  const sync = createSync(desk, http('', line), world, ({ loop, arrived }) => {
    if (arrived > 0 && waiting.size === 0 && last === began) last = performance.now()
    if (loop.is === 'still' && waiting.size === 0) resolve({ took: last - began, digests, again })
  })
  void sync.nudge()
  return promise
}
