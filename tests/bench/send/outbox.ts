// A tablet without its disk, since the server is what is measured: the product's own loop over forms that wait in memory.

import type { Bytes } from '../../../src/envelope/bytes.ts'
import type { EnrolReply, Receipt } from '../../../src/protocol/tablet.ts'
import { deliver } from '../../../src/sync/deliver.ts'
import { http } from '../../../src/sync/http.ts'
import { createSync, type Desk } from '../../../src/sync/sync.ts'

/** What waits; the tablet's key is the one that all of them are sealed to. */
interface Waiting {
  readonly digest: string
  readonly bytes: Bytes
}

export interface Tablet {
  /** Sends all of these by the product's own loop, or in batches of one size. Throws unless each has a receipt. */
  send(envelopes: readonly Waiting[], size?: number): Promise<void>
}

/** The tablet of an enrolment, at a server or at what stands before it. */
export function tabletOf(url: string, { token, settings }: EnrolReply): Tablet {
  const waiting = new Map<string, Waiting>()
  let arrived = 0
  let known: { epoch: string; batches: number } | undefined
  const count = { sealed: 0, withdrawn: 0, erased: 0, setAside: 0 }
  const desk: Desk = {
    attempt: async limit => [...waiting.values()].slice(0, limit),
    async settle(receipts: readonly Receipt[]) {
      const good = receipts.filter(one => one.state === 'stored' && waiting.delete(one.digest)).length
      arrived += good
      return { arrived: good, setAside: 0, withdrawn: 0 }
    },
    pass: async () => ({ token, sealsTo: settings.key.id, takes: settings.envelopes }),
    waitingByKey: async () => ({ [settings.key.id]: waiting.size }),
    tally: async () => ({ ...count, waiting: waiting.size, sent: arrived }),
    slips: { unanswered: async () => [], answer: async () => undefined },
    known: async () => known,
    offerAgain: async () => undefined,
    offerNewer: async () => undefined,
    async learn({ epoch, batches }) {
      known = { epoch, batches }
    },
  }
  const line = http(url, fetch)
  const world = { random: Math.random, alone: <T>(work: () => Promise<T>) => work(), later: () => () => {} }
  const sync = createSync(desk, line, world, () => {})
  return {
    async send(envelopes, size) {
      const before = arrived
      for (const one of envelopes) waiting.set(one.digest, one)
      if (size === undefined) await sync.nudge()
      else while (waiting.size > 0) await deliver(desk, line, token, size, world.random)
      if (arrived - before !== envelopes.length) throw new Error(`${arrived - before} have a receipt`)
    },
  }
}
