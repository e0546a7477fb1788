// Sealed envelopes on their way. They are keyed by the digest of their bytes, so that their order tells nothing
// of who came first. One leaves the waiting list only against a receipt, and none is ever thrown away unsent.

import { KEPT_DAYS } from '../protocol/endpoints.ts'
import type { Receipt } from '../protocol/tablet.ts'
import type { Database } from './database.ts'
import type { Entry, Sealed } from './records.ts'
import { LAST_SENT } from './settings.ts'

/** More days than a tablet lies in a drawer: beyond this the clock has jumped. */
const ABSURD_DAYS = 400

export interface Counts {
  readonly waiting: number
  readonly setAside: number
  /** The day on which anything was last stored, such as 2026-03-01. */
  readonly lastSent: string | undefined
}

/** The outbox. Days are such as 2026-03-01. */
export interface Outbox {
  waiting(limit: number): Promise<readonly Sealed[]>
  /** How many wait, by the id of the key they are sealed to. */
  waitingByKey(): Promise<Record<string, number>>
  counts(): Promise<Counts>
  /** Commits the receipts that name an envelope here: stored or duplicate is sent, refused is set aside and kept. */
  settle(receipts: readonly Receipt[], day: string): Promise<{ arrived: number; setAside: number }>
  /** Removes what was sent 35 days ago. After an absurd jump of the clock it only begins the days anew. */
  prune(today: string): Promise<void>
  /**
   * For a server that was restored from a backup: makes every sent envelope wait again, with the same bytes, and every
   * one set aside for what the server lacked (422: a ward or a key that it may know now). It may set them aside again.
   */
  offerAgain(): Promise<void>
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
const sealed = ({ digest, id, key, bytes }: Entry): Sealed => ({ digest, id, key, bytes })

export function createOutbox({ outbox, settings, read, write }: Database): Outbox {
  const by = (state: Entry['state']) => outbox.where('state').equals(state)

  return {
    waiting: async limit => (await read(() => by('waiting').limit(limit).toArray())).map(sealed),

    async waitingByKey() {
      const counted: Record<string, number> = {}
      for (const { key } of await read(() => by('waiting').toArray())) counted[key] = (counted[key] ?? 0) + 1
      return counted
    },

    async counts() {
      const [waiting, setAside, last] = await read(() =>
        Promise.all([by('waiting').count(), by('set-aside').count(), settings.get(LAST_SENT)]),
      )
      return { waiting, setAside, lastSent: last?.value as string | undefined }
    },

    settle(receipts, day) {
      // Kept over both runs: after a commit of which nobody heard, the second finds nothing waiting.
      const settled = new Map<string, 'arrived' | 'setAside'>()
      const all = (which: string) => [...settled.values()].filter(one => one === which).length
      return write(async () => {
        for (const receipt of receipts) {
          const entry = await outbox.get(receipt.digest)
          if (entry?.state !== 'waiting') continue
          if (receipt.state === 'refused') {
            await outbox.put({ ...sealed(entry), state: 'set-aside', problem: receipt.problem })
            settled.set(receipt.digest, 'setAside')
          } else {
            await outbox.put({ ...sealed(entry), state: 'sent', sentOn: day })
            settled.set(receipt.digest, 'arrived')
          }
        }
        const [arrived, setAside] = [all('arrived'), all('setAside')]
        if (arrived > 0) await settings.put({ name: LAST_SENT, value: day })
        return { arrived, setAside }
      })
    },

    prune: today =>
      write(async () => {
        for (const entry of await by('sent').toArray()) {
          if (entry.state !== 'sent') continue
          const age = days(entry.sentOn, today)
          if (!(age >= -1 && age <= ABSURD_DAYS)) await outbox.put({ ...entry, sentOn: today })
          else if (age >= KEPT_DAYS) await outbox.delete(entry.digest)
        }
      }),

    offerAgain: () =>
      write(async () => {
        const kept = [...(await by('sent').toArray()), ...(await by('set-aside').toArray())]
        const again = kept.filter(one => !('problem' in one) || one.problem.startsWith('422'))
        await outbox.bulkPut(again.map(one => ({ ...sealed(one), state: 'waiting' as const })))
      }),
  }
}
